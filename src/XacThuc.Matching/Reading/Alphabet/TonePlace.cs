using System.Text;

namespace XacThuc.Matching.Reading.Alphabet;

/// <summary>Where a tone is written in a run of vowels, by the older spelling (hòa, thúy, quý).</summary>
internal static class TonePlace
{
    private const string Marked = "ĂÂÊÔƠƯ";

    /// <summary>Puts a tone on the vowels that stand from <paramref name="runStart"/> to the end.</summary>
    public static void Put(StringBuilder word, int runStart, bool consonantFollows, Tone tone)
    {
        var start = runStart;
        while (start < word.Length && !Letters.IsVowel(word[start])) start++;
        var length = word.Length - start;
        if (length <= 0)
        {
            word.Append(Combining(tone));
            return;
        }

        var at = start + Choose(word, start, length, consonantFollows);
        if (Letters.TryDecompose(word[at], out var letter, out var present) && present == Tone.Level)
            word[at] = Letters.Compose(letter, tone);
        else
            word.Append(Combining(tone));
    }

    private static int Choose(StringBuilder word, int start, int length, bool consonantFollows)
    {
        for (var i = length - 1; i >= 0; i--)
            if (Marked.Contains(word[start + i], StringComparison.Ordinal)) return i;

        if (length == 1) return 0;
        if (consonantFollows) return length - 1;
        var glide = start > 0 && (word[start - 1] == 'Q' && word[start] == 'U' || word[start - 1] == 'G' && word[start] == 'I');
        return glide || length > 2 ? 1 : 0;
    }

    private static char Combining(Tone tone) => tone switch
    {
        Tone.Level => '\u200B',
        Tone.Falling => '\u0300',
        Tone.Dipping => '\u0309',
        Tone.Rising => '\u0303',
        Tone.Sharp => '\u0301',
        Tone.Heavy => '\u0323',
    };
}
