using System.Text;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>A name in the one form in which all ways of writing it agree: per word its letters, then its tones.</summary>
internal static class OracleName
{
    public static (FieldVerdict State, string Canonical) Read(string written)
    {
        var words = Words(written);
        if (words.Length == 0) return (FieldVerdict.Missing, "");
        if (written.AsSpan().ContainsAny('\0', '\uFFFD')) return (FieldVerdict.Unreadable, "");
        if (words.Length > 24 || words.Sum(word => word.Count(c => !OracleLetters.IsMark(c))) > 200)
            return (FieldVerdict.Unreadable, "");
        if (!written.Any(char.IsLetter)) return (FieldVerdict.Unreadable, "");

        return (FieldVerdict.NotCompared, string.Join(' ', words.Select(Canonical)));
    }

    /// <summary>The letters of a name without any mark or tone.</summary>
    public static string Plain(string name) =>
        string.Concat(OracleLetters.TakeApart(name).Replace('Đ', 'D').Where(c => !OracleLetters.IsMark(c)));

    public static string[] Words(string written)
    {
        var visible = string.Concat(written.Where(c => !OracleLetters.ZeroWidth.Contains(c)));
        var spaced = string.Concat(visible.Select(c => char.IsWhiteSpace(c) ? ' ' : c));
        return OracleLetters.TakeApart(spaced).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // A syllable has one tone, and where it stands never tells two names apart: it goes to the end.
    private static string Canonical(string word)
    {
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        var letter = '\0';
        foreach (var c in word)
        {
            if (!OracleLetters.IsMark(c)) letter = c;
            var isTone = OracleLetters.Tones.Contains(c) && OracleLetters.Vowels.Contains(letter);
            (isTone ? tones : letters).Append(c);
        }

        return letters.Append(tones).ToString();
    }
}
