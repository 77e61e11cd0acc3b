using System.Text.RegularExpressions;
using XacThuc.Platform.Messages;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns.Texts;

/// <summary>What stands in the place of words in braces.</summary>
/// <param name="Name">Of the person.</param>
/// <param name="Station">That works on the record.</param>
/// <param name="Until">The campaign's last day.</param>
/// <param name="Portal">The portal's first page.</param>
internal sealed record Filling(string Name, string Station, DateOnly Until, Uri Portal)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Filling);
}

/// <summary>Fills texts in, and finds out before anybody is told what cannot be filled in.</summary>
internal static partial class Placeholders
{
    /// <summary>Two messages of the gateway's plain letters (3GPP TS 23.038: 153 each).</summary>
    public const int LongestShort = 306;

    /// <summary>Three messages of other letters (67 each).</summary>
    public const int LongestOtherShort = 201;

    /// <summary>All that may stand in a text.</summary>
    public const string Known = "{ten}, {tram}, {ngay}, {trang}";

    private const int LongestName = 24;
    private const int LongestStation = 32;

    // The way to stop them, at the portal's longest likely address.
    private const int StopLine = 75;

    /// <summary>Why a text cannot be used.</summary>
    public static Refusal? FindProblem(CampaignLanguage language, string shortText, string longText)
    {
        foreach (Match found in Brace().Matches(shortText + "\n" + longText))
            if (!Known.Split(", ").Contains(found.Value, StringComparer.Ordinal)) return CampaignsRefusals.UnknownPlaceholder(Said.Of(found.Value, 30), Known);
        if (longText.Contains("{ten}", StringComparison.Ordinal)) return CampaignsRefusals.NameInLong;
        var most = language.Plain ? LongestShort : LongestOtherShort;
        var longest = Fill(shortText, new Filling(new string('x', LongestName), new string('x', LongestStation), default, new Uri("https://tiemchung.example.vn/portal/c/123456")));
        return longest.Length + StopLine > most ? CampaignsRefusals.TooLong(language.Name, language.Plain ? 2 : 3, most - StopLine) : null;
    }

    /// <summary>Whether a text is another for each person.</summary>
    public static bool NamesPerson(string text) => text.Contains("{ten}", StringComparison.Ordinal);

    /// <summary>The text with its places filled in.</summary>
    public static string Fill(string text, Filling filling) => Brace().Replace(text, found => found.Value switch
    {
        "{ten}" => PlainLetters.Cut(filling.Name, LongestName),
        "{tram}" => PlainLetters.Cut(filling.Station, LongestStation),
        "{ngay}" => Shown.Date(filling.Until),
        "{trang}" => filling.Portal.AbsoluteUri,
        _ => found.Value,
    });

    // A brace that stands alone is a mistake as well.
    [GeneratedRegex(@"\{[^{}]*\}|\{|\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brace();
}
