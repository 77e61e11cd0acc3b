using System.Text.Json;
using System.Text.Json.Serialization;

namespace XacThuc.Bench.Measuring;

/// <summary>One row of a comparison as JSON. What was not measured is null.</summary>
internal sealed record BenchRow(
    string Name, double? WallSeconds, double? CpuSeconds, double? PeakMegabytes, double? TimesOurs, string? Failure)
{
    /// <summary>Further figures of this kind of comparison, by name.</summary>
    public Dictionary<string, double>? Figures { get; init; }
}

/// <summary>A whole comparison as JSON.</summary>
internal sealed record BenchReport(
    string Command, MachineFacts Machine, Dictionary<string, string> Setting, IReadOnlyList<BenchRow> Rows)
{
    public void Write(string? path)
    {
        if (path is null) return;
        File.WriteAllText(path, JsonSerializer.Serialize(this, BenchJson.Default.BenchReport) + "\n");
        Console.Error.WriteLine($"Written: {path}");
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BenchReport))]
internal sealed partial class BenchJson : JsonSerializerContext;
