using System.Buffers;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Reading.Legacy;

/// <summary>Telex and VNI keys that stayed in the text because the Vietnamese keyboard was off.</summary>
public static class TypingKeys
{
    private const int LongestWord = 14;
    private const string Circumflex = "AÂEÊOÔ";
    private const string Horn = "OƠUƯ";
    private const string Breve = "AĂ";

    private static readonly SearchValues<char> MarkedVowels = SearchValues.Create("ĂÂÊÔƠƯ");

    /// <summary>Turns a word with unconverted keys into the word they meant.</summary>
    /// <param name="word">One word in any case: <c>Nguyeenx</c>, <c>Nguye6n4</c>.</param>
    /// <param name="converted">The composed word, or <paramref name="word"/> itself.</param>
    /// <returns>Whether the word has keys, is no syllable as it stands, and is one once they are carried out.</returns>
    public static bool TryConvert(string word, out string converted)
    {
        ArgumentNullException.ThrowIfNull(word);
        converted = word;
        if (word.Length is < 2 or > LongestWord || Syllable.IsValid(word)) return false;

        // A key right behind its letter first, then one typed at the end of the word.
        Span<char> letters = stackalloc char[LongestWord];
        foreach (var isLate in (ReadOnlySpan<bool>)[false, true])
        {
            if (!TryType(word, isLate, letters, out var length, out var tone)) continue;
            var typed = letters[..length];
            if (!Syllable.IsSpelt(typed, tone, out var onset)) continue;
            if (tone != Tone.Level) PutTone(typed, onset, tone);
            converted = InCaseOf(word, typed.ToString());
            return true;
        }

        return false;
    }

    /// <summary>
    /// Carries the keys out one after the other; false if there is none, or one that means nothing. A word with digits
    /// is VNI: its letters are no keys.
    /// </summary>
    private static bool TryType(string word, bool isLate, Span<char> letters, out int length, out Tone tone)
    {
        length = 0;
        tone = Tone.Level;
        var hasKeys = false;
        var isVni = word.Any(char.IsAsciiDigit);
        foreach (var key in word)
        {
            var typed = letters[..length];
            var plain = key;
            var carried = Tone.Level;
            if (!char.IsAsciiDigit(key) && !Letters.TryDecompose(key, out plain, out carried)) return false;

            var isKey = char.IsAsciiDigit(plain) == isVni;
            var keyed = isKey && HasVowel(typed) ? ToneKey(plain) : Tone.Level;
            if (carried != Tone.Level || keyed != Tone.Level)
            {
                if (tone != Tone.Level) return false;
                tone = carried == Tone.Level ? keyed : carried;
            }

            if (keyed != Tone.Level || (isKey && IsMark(plain, typed, isLate)))
            {
                hasKeys = true;
                continue;
            }

            if (char.IsAsciiDigit(plain)) return false;
            if (isKey && plain == 'W') (plain, hasKeys) = ('Ư', true);
            letters[length++] = plain;
        }

        // "Thuowr" is Thuở: no rhyme ends in ươ.
        if (length >= 2 && letters[..length] is [.., 'Ư', 'Ơ']) letters[length - 2] = 'U';
        return hasKeys && length > 0;
    }

    private static Tone ToneKey(char key) => key switch
    {
        'F' or '2' => Tone.Falling,
        'R' or '3' => Tone.Dipping,
        'X' or '4' => Tone.Rising,
        'S' or '1' => Tone.Sharp,
        'J' or '5' => Tone.Heavy,
        _ => Tone.Level,
    };

    /// <summary>Whether a key puts a mark on a letter already typed, which it then does.</summary>
    private static bool IsMark(char key, Span<char> typed, bool isLate) => key switch
    {
        'D' => typed is ['D'] || (isLate && typed is ['D', ..] && HasVowel(typed)) ? Bar(typed) : false,
        '9' => typed is ['D', ..] && Bar(typed),
        'A' or 'E' or 'O' when typed is [.., var last] && (last == key || isLate) => PutLast(typed, Circumflex, key),
        '6' => PutLast(typed, Circumflex),
        '7' => PutHorn(typed) || PutLast(typed, Horn),
        '8' => PutLast(typed, Breve),
        'W' => PutHorn(typed) || PutBreveOnOa(typed) || PutLast(typed, Horn + Breve),
        _ => false,
    };

    private static bool Bar(Span<char> typed)
    {
        typed[0] = 'Đ';
        return true;
    }

    /// <summary>The horn on UO is one key for both; on UA and UU it goes to the first.</summary>
    private static bool PutHorn(Span<char> typed)
    {
        for (var i = Vowels(typed); i + 1 < typed.Length; i++)
        {
            if ((typed[i], typed[i + 1]) is not (('U' or 'Ư', 'O') or ('U', 'Ơ' or 'A' or 'U'))) continue;
            typed[i] = 'Ư';
            if (typed[i + 1] == 'O') typed[i + 1] = 'Ơ';
            return true;
        }

        return false;
    }

    private static bool PutBreveOnOa(Span<char> typed)
    {
        if (typed.IndexOf("OA") is not (var at and >= 0)) return false;
        typed[at + 1] = 'Ă';
        return true;
    }

    /// <summary>Marks the last vowel that can take the mark.</summary>
    /// <param name="typed">The letters so far.</param>
    /// <param name="pairs">Each letter followed by the marked one.</param>
    /// <param name="only">If given, the one letter to mark.</param>
    private static bool PutLast(Span<char> typed, string pairs, char only = '\0')
    {
        for (var i = typed.Length - 1; i >= Vowels(typed); i--)
        {
            if (only != '\0' && typed[i] != only) continue;
            if (pairs.IndexOf(typed[i], StringComparison.Ordinal) is not (var at and >= 0) || at % 2 != 0) continue;
            typed[i] = pairs[at + 1];
            return true;
        }

        return false;
    }

    private static int Vowels(ReadOnlySpan<char> typed) => typed is ['Q', 'U', ..] ? 2 : 0;

    private static bool HasVowel(ReadOnlySpan<char> typed)
    {
        foreach (var letter in typed)
        {
            if (Letters.IsVowel(letter)) return true;
        }

        return false;
    }

    /// <summary>Puts the tone where dictionaries do: on the marked vowel, else on the middle one.</summary>
    private static void PutTone(Span<char> letters, int onset, Tone tone)
    {
        var end = onset;
        while (end < letters.Length && Letters.IsVowel(letters[end])) end++;
        var vowels = letters[onset..end];
        var at = vowels.LastIndexOfAny(MarkedVowels);
        if (at < 0) at = vowels.Length == 1 || (vowels.Length == 2 && end == letters.Length) ? 0 : 1;
        vowels[at] = Letters.Compose(vowels[at], tone);
    }

    private static string InCaseOf(string word, string capitals)
    {
        if (word.Count(char.IsUpper) > 1 && !word.Any(char.IsLower)) return capitals;
        var small = capitals.ToLowerInvariant();
        return char.IsUpper(word[0]) ? capitals[0] + small[1..] : small;
    }
}
