using System.Text.Json;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Suggest;

/// <summary>How good suggestions are, as <c>xacthuc evaluate</c> tells it: one judge for all.</summary>
internal sealed record Accuracy(
    double Sought, double First, double InFive, double Sure, double SurePrecision, double Strangers, double CalibrationError)
{
    public static Accuracy Judge(Engine engine, BenchData data, string results, string suggestions)
    {
        var json = results + ".json";
        engine.Run("evaluate", "--truth", data.Truth, "--results", results, "--suggestions", suggestions, "--json", json);
        using var figures = JsonDocument.Parse(File.ReadAllBytes(json));
        var found = figures.RootElement.GetProperty("all").GetProperty("suggestions");
        var sure = found.GetProperty("bands").EnumerateArray()
            .First(band => band.GetProperty("at_least").GetDouble() is 0.99);
        return new Accuracy(
            Number(found, "findable"), Number(found, "recall_at_1"), Number(found, "recall_at_5"),
            Number(sure, "suggestions"), Number(sure, "precision"), Number(found, "strangers_at_least_99"),
            Number(found, "calibration_error"));
    }

    public Dictionary<string, double> Figures() => new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["sought"] = Sought,
        ["recall_at_1"] = First,
        ["recall_at_5"] = InFive,
        ["at_least_99"] = Sure,
        ["precision_at_99"] = SurePrecision,
        ["strangers_at_99"] = Strangers,
        ["calibration_error"] = CalibrationError,
    }.Where(figure => double.IsFinite(figure.Value)).ToDictionary(StringComparer.Ordinal);

    private static double Number(JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN;
}
