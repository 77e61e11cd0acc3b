using System.Text.RegularExpressions;

namespace XacThuc.Platform.Campaigns.News;

/// <summary>A piece of a line: words, or an address that may be followed.</summary>
internal sealed record TextPiece(string Words, bool IsLink);

/// <summary>Text as people type it: paragraphs and addresses, nothing else. Whatever looks like HTML is shown as it was typed.</summary>
internal static partial class PlainText
{
    /// <summary>Its paragraphs, each with its lines, each with its pieces.</summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<TextPiece>>> Paragraphs(string words) => words.ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(paragraph => (IReadOnlyList<IReadOnlyList<TextPiece>>)[.. paragraph.Split('\n').Select(Pieces)]);

    private static IReadOnlyList<TextPiece> Pieces(string line)
    {
        var (pieces, from) = (new List<TextPiece>(), 0);
        foreach (Match found in Address().Matches(line))
        {
            var address = found.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']');
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) continue;
            if (found.Index > from) pieces.Add(new TextPiece(line[from..found.Index], IsLink: false));
            pieces.Add(new TextPiece(address, IsLink: true));
            from = found.Index + address.Length;
        }

        if (from < line.Length) pieces.Add(new TextPiece(line[from..], IsLink: false));
        return pieces;
    }

    [GeneratedRegex("https?://[^\\s<>\"']+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
