using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Comparing;

/// <summary>Coarser forms of a word's canonical letters: without tones, without marks, and as it sounds.</summary>
internal static class WordForms
{
    private static readonly byte[] PlainCode = MakePlain();
    private static readonly bool[] VowelCode = MakeVowels();

    /// <summary>The letter of the English alphabet under a letter.</summary>
    public static byte PlainOf(byte code) => PlainCode[code];

    /// <summary>Whether a word has neither marks nor tones.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> word)
    {
        foreach (var code in word)
            if (LetterCodes.IsTone(code) || PlainCode[code] != code) return false;
        return true;
    }

    /// <summary>The letters A, E, O and U in a set as <see cref="LettersOf"/> gives it.</summary>
    public static ulong OpenVowels { get; } = 1UL << Code('A') | 1UL << Code('E') | 1UL << Code('O') | 1UL << Code('U');

    /// <summary>The set of letters of the English alphabet that occur under a word's letters, a bit each.</summary>
    /// <param name="word">A word.</param>
    /// <param name="length">How many letters the word has.</param>
    public static ulong LettersOf(ReadOnlySpan<byte> word, out int length)
    {
        var letters = 0UL;
        length = 0;
        foreach (var code in word)
        {
            if (LetterCodes.IsTone(code)) continue;
            letters |= 1UL << (PlainCode[code] & 63);
            length++;
        }

        return letters;
    }

    /// <summary>The letters without tones.</summary>
    public static int Toneless(ReadOnlySpan<byte> word, Span<byte> to)
    {
        var length = 0;
        foreach (var code in word)
            if (!LetterCodes.IsTone(code)) to[length++] = code;
        return length;
    }

    /// <summary>The letters of the English alphabet under the letters, without tones.</summary>
    public static int Plain(ReadOnlySpan<byte> word, Span<byte> to)
    {
        var length = 0;
        foreach (var code in word)
            if (!LetterCodes.IsTone(code)) to[length++] = PlainCode[code];
        return length;
    }

    /// <summary>
    /// A word as it may sound in one region or another: tr/ch, s/x, d/gi/r, l/n, i/y, c/k/q, g/gh, ng/ngh, final c/t/ch
    /// and n/ng/nh fall together.
    /// </summary>
    /// <param name="word">Letters without tones; with or without marks.</param>
    /// <param name="to">Receives the form; as long as the word.</param>
    public static int Sound(ReadOnlySpan<byte> word, Span<byte> to)
    {
        byte c = Code('C'), d = Code('D'), g = Code('G'), h = Code('H'), i = Code('I'), k = Code('K');
        byte l = Code('L'), n = Code('N'), q = Code('Q'), r = Code('R'), s = Code('S'), t = Code('T'), x = Code('X');
        byte y = Code('Y');
        if (word.IsEmpty) return 0;

        var at = 0;
        var length = 0;
        var first = word[0];
        var second = word.Length > 1 ? word[1] : (byte)0;
        if (first == t && second == r || first == c && second == h) (to[length++], at) = (c, 2);
        else if (first == g && second == i && word.Length > 2 && IsVowel(word[2])) (to[length++], at) = (d, 2);
        else if (first == g && second == h) (to[length++], at) = (g, 2);
        else if (first == n && second == g) (to[length++], at) = (g, word.Length > 2 && word[2] == h ? 3 : 2);
        else if (first == r || first == d) (to[length++], at) = (d, 1);
        else if (first == s || first == x) (to[length++], at) = (s, 1);
        else if (first == l || first == n && second != h) (to[length++], at) = (l, 1);
        else if (first == k && second != h || first == q) (to[length++], at) = (k, 1);
        else if (first == c) (to[length++], at) = (k, 1);

        // An initial c of "ch" and "tr" is kept apart from c and k.
        for (; at < word.Length; at++)
        {
            var code = word[at];
            var rest = word.Length - at;
            if (rest <= 2 && at > 0 && IsVowel(word[at - 1]))
            {
                if (code == n && (rest == 1 || word[at + 1] == g || word[at + 1] == h)) return End(to, length, n);
                if (code == c && (rest == 1 || word[at + 1] == h) || code == t && rest == 1) return End(to, length, t);
            }

            to[length++] = code == y ? i : code;
        }

        return length;
    }

    private static int End(Span<byte> to, int length, byte last)
    {
        to[length] = last;
        return length + 1;
    }

    private static bool IsVowel(byte code) => VowelCode[code];

    private static byte Code(char letter) => LetterCodes.CodeOf(letter);

    private static bool[] MakeVowels()
    {
        var vowels = new bool[256];
        for (var code = 0; code < 256; code++)
            vowels[code] = LetterCodes.IsLetter((byte)code) && Letters.IsVowel(LetterCodes.LetterOf((byte)code));
        return vowels;
    }

    private static byte[] MakePlain()
    {
        var plain = new byte[256];
        for (var code = 0; code < 256; code++)
            plain[code] = LetterCodes.IsLetter((byte)code) ? Code(Letters.Plain(LetterCodes.LetterOf((byte)code))) : (byte)code;
        return plain;
    }
}
