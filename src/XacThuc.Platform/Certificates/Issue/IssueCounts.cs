using System.Text.Json;
using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Certificates.Issue;

/// <summary>What issuing to many came to.</summary>
/// <param name="Issued">Issued now.</param>
/// <param name="Standing">Had one that says what is so.</param>
/// <param name="Missing">Got none, by what is missing first.</param>
internal sealed record IssueCounts(long Issued, long Standing, IReadOnlyDictionary<WhyNot, long> Missing)
{
    public static IssueCounts None { get; } = new(0, 0, new Dictionary<WhyNot, long>());

    /// <summary>One more who gets none.</summary>
    public IssueCounts With(WhyNot why) => this with { Missing = new Dictionary<WhyNot, long>(Missing) { [why] = Missing.GetValueOrDefault(why) + 1 } };

    /// <summary>What they are called.</summary>
    public static IReadOnlyDictionary<string, Bilingual> Names { get; } = new Dictionary<string, Bilingual>(
        Enum.GetValues<WhyNot>().Select(why => KeyValuePair.Create(NameOf(why), IssueTexts.NameOf(why))), StringComparer.Ordinal)
    {
        ["issued"] = new("đã cấp", "issued"),
        ["standing"] = new("đã có, còn đúng", "had one that holds"),
    };

    /// <summary>As a job tells them.</summary>
    public IReadOnlyDictionary<string, long> ByName
    {
        get
        {
            var counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["issued"] = Issued, ["standing"] = Standing };
            foreach (var (why, count) in Missing) counts[NameOf(why)] = count;
            return counts;
        }
    }

    private static string NameOf(WhyNot why) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{why}");
}
