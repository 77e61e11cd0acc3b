using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Platform.Messages;

/// <summary>Letters that every gateway and phone takes: a message without marks holds 160 of them, with marks 70.</summary>
internal static class PlainLetters
{
    /// <summary>The same text without marks, as people write it in messages; what has no plain form is left out.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAscii(c)) plain.Append(char.IsControl(c) ? ' ' : c);
            else if (Letters.TryDecompose(c, out var letter, out _)) plain.Append(char.IsLower(c) ? char.ToLowerInvariant(Letters.Plain(letter)) : Letters.Plain(letter));
            else if (c is '–' or '—') plain.Append('-');
            else if (char.IsWhiteSpace(c)) plain.Append(' ');
        }

        return plain.ToString();
    }

    /// <summary>The beginning of a text in whole words, as many as have room.</summary>
    public static string Cut(string text, int most)
    {
        var trimmed = text.Trim();
        if (trimmed.Length <= most) return trimmed;
        var space = trimmed.LastIndexOf(' ', Math.Max(0, most));
        return space > 0 ? trimmed[..space].TrimEnd(',', '-', ' ') : trimmed[..Math.Max(0, most)];
    }
}
