using System.Text.Json;
using System.Text.Json.Serialization;

namespace XacThuc.Cli.Evaluate;

/// <summary>One cell of the decisions: <c>given</c> is <c>none</c> where there is no result.</summary>
internal sealed record DecisionFigure(string Expected, string Given, long Records);

/// <summary>First suggestions with at least a probability; <c>precision</c> is null where there are none.</summary>
internal sealed record BandFigure(double AtLeast, long Suggestions, long Right, double? Precision);

/// <summary>First suggestions with a probability from <c>from</c> up to, not including, <c>to</c> (1 included).</summary>
internal sealed record BinFigure(double From, double To, long Suggestions, double MeanProbability, double ShareRight);

/// <summary>What suggestions are worth; shares are null where there is nothing to share.</summary>
internal sealed record SuggestionFigures(
    long Findable, long First, [property: JsonPropertyName("recall_at_1")] double? RecallAt1,
    long InFive, [property: JsonPropertyName("recall_at_5")] double? RecallAt5, long Suggested,
    double CalibrationError, long Strangers, [property: JsonPropertyName("strangers_at_least_99")] long StrangersAtLeast99,
    BandFigure[] Bands, BinFigure[] Reliability);

/// <summary>All figures of a set of records.</summary>
internal sealed record ScoreFigures(
    long Records, long FalseMatched, long MissedMatched, DecisionFigure[] Decisions, SuggestionFigures? Suggestions);

/// <summary>All that the command finds.</summary>
internal sealed record EvaluationFigures(
    ScoreFigures All, string[] FalseMatchedExamples, string[] MissedMatchedExamples,
    IReadOnlyDictionary<string, ScoreFigures> ByDamage, long Problems, string[] FirstProblems)
{
    public string ToJson() => JsonSerializer.Serialize(this, EvaluationJson.Default.EvaluationFigures);
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EvaluationFigures))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
