using System.CommandLine;
using System.Text.Json;
using XacThuc.Cli.Evaluate;

namespace XacThuc.Cli.Tests.Evaluate;

/// <summary>A truth file, results and suggestions in a folder of their own, gone afterwards.</summary>
internal sealed class GivenJudgement : IDisposable
{
    public const string TruthHeading = "record_id,personal_id,expected_status,damage\n";
    public const string ResultsHeading = "record_id,status,name,sex,date_of_birth,id_number,reasons\n";
    public const string SuggestionsHeading = "record_id,rank,personal_id,probability,reasons\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-test-");

    public GivenJudgement(string truth, string results, string? suggestions = null)
    {
        Truth = Write("truth.csv", truth);
        Results = Write("results.csv", results);
        if (suggestions is not null) Suggestions = Write("suggestions.csv", suggestions);
    }

    public string Truth { get; }

    public string Results { get; }

    public string? Suggestions { get; }

    public string Json => Path.Combine(_folder.FullName, "figures.json");

    public EvaluationFigures Figures() =>
        Evaluation.Run(Truth, Results, Suggestions, out var refusal) ?? throw new InvalidOperationException(refusal);

    public string Refusal() => Evaluation.Run(Truth, Results, Suggestions, out var refusal) is null ? refusal : "";

    public int Run(params string[] more) => EvaluateCommand.Create().Parse(
        ["--truth", Truth, "--results", Results, .. Suggestions is null ? Array.Empty<string>() : ["--suggestions", Suggestions], .. more])
        .Invoke(new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null });

    public JsonElement ReadJson() => JsonDocument.Parse(File.ReadAllText(Json)).RootElement;

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
