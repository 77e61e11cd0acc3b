using System.Text;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>A name in the one form in which all ways of writing it agree: per word its letters, then its tones.</summary>
internal static class OracleName
{
    public static (FieldVerdict State, string Canonical) Read(string written)
    {
        var words = Words(written);
        if (words.Length == 0) return (FieldVerdict.Missing, "");
        if (written.EnumerateRunes().Any(rune => rune.Value is 0 or 0xFFFD)) return (FieldVerdict.Unreadable, "");
        if (words.Length > 24 || words.Sum(word => word.Count(c => !OracleLetters.IsMark(c))) > 200)
            return (FieldVerdict.Unreadable, "");
        if (!written.Any(char.IsLetter)) return (FieldVerdict.Unreadable, "");

        return (FieldVerdict.NotCompared, string.Join(' ', words.Select(Canonical)));
    }

    /// <summary>The letters of a name without Vietnamese marks and tones; marks of other languages stay.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder();
        var letter = '\0';
        foreach (var c in OracleLetters.TakeApart(name))
        {
            if (!OracleLetters.IsMark(c)) letter = c;
            if (!IsTone(c, letter) && !"\u0302\u0306\u031B".Contains(c)) plain.Append(c == 'Đ' ? 'D' : c);
        }

        return plain.ToString();
    }

    public static string[] Words(string written)
    {
        var visible = string.Concat(written.Where(c => !OracleLetters.ZeroWidth.Contains(c)));
        var spaced = string.Concat(visible.Select(c => char.IsWhiteSpace(c) ? ' ' : c));
        return OracleLetters.TakeApart(spaced).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // A syllable has one tone, and where it stands never tells two names apart: it goes behind the vowels it is among.
    private static string Canonical(string word)
    {
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        var letter = '\0';
        foreach (var c in word)
        {
            if (!OracleLetters.IsMark(c))
            {
                letter = c;
                if (!OracleLetters.Vowels.Contains(c)) EndSyllable(letters, tones);
            }

            (IsTone(c, letter) ? tones : letters).Append(c);
        }

        EndSyllable(letters, tones);
        return letters.ToString();
    }

    private static void EndSyllable(StringBuilder letters, StringBuilder tones)
    {
        letters.Append(tones);
        tones.Clear();
    }

    private static bool IsTone(char c, char letter) =>
        OracleLetters.Tones.Contains(c) && OracleLetters.Vowels.Contains(letter);
}
