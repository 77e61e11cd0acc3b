using System.Text;

namespace XacThuc.Matching.Reading.Alphabet;

/// <summary>
/// The canonical form of a word: one byte a letter. 1-33 is a letter of <see cref="Letters.Alphabet"/>; 34-38 a tone,
/// which stands after the run of vowels that carries it, so that where it was written makes no difference
/// (hoà is hòa); 0x80 | c another ASCII character; 0xFF and two bytes any other UTF-16 unit.
/// </summary>
internal static class LetterCodes
{
    public const int FirstTone = 34;
    public const int LastTone = 38;
    public const byte Other = 0xFF;

    /// <summary>A word or name longer than this is nobody's.</summary>
    public const int MaxLength = 200;

    private static readonly byte[] CodeOfLetter = MakeCodes();

    public static bool IsTone(byte code) => code is >= FirstTone and <= LastTone;

    public static bool IsLetter(byte code) => code is >= 1 and <= 33;

    /// <summary>How many bytes the character takes that begins with this code.</summary>
    public static int LengthOf(byte code) => code == Other ? 3 : 1;

    public static char LetterOf(byte code) => Letters.Alphabet[code - 1];

    public static byte CodeOf(char letter) => CodeOfLetter[letter];

    /// <summary>Whether the character separates words.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c);

    /// <summary>Whether the character has no width: it is no part of the writing.</summary>
    public static bool IsInvisible(char c) => c is
        (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or '\u00AD' or '\u180E' or '\u034F' or
        (>= '\u202A' and <= '\u202E') or (>= '\uFE00' and <= '\uFE0F');

    /// <summary>Writes the canonical form of one word, which holds neither space nor invisible characters.</summary>
    /// <returns>The number of bytes written; -1 when they do not fit.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<byte> to)
    {
        var at = 0;
        Span<byte> tones = stackalloc byte[4];
        var toneCount = 0;
        var inRun = false;

        foreach (var c in word)
        {
            if (at + toneCount + 8 > to.Length) return -1;

            if (Letters.TryDecompose(c, out var letter, out var tone))
            {
                if (inRun && !Letters.IsVowel(letter)) EndRun(to, ref at, tones, ref toneCount);
                inRun = Letters.IsVowel(letter);
                to[at++] = CodeOf(letter);
                if (tone != Tone.Level) AddTone(tone, tones, ref toneCount);
                continue;
            }

            if (inRun && Letters.ToneOf(c) is { } mark)
            {
                AddTone(mark, tones, ref toneCount);
                continue;
            }

            if (at > 0 && IsLetter(to[at - 1]) && Letters.WithMark(LetterOf(to[at - 1]), c) is { } marked)
            {
                to[at - 1] = CodeOf(marked);
                continue;
            }

            var other = char.ToUpperInvariant(c);
            if (ForeignLetters.TryDecompose(other, out var under, out var foreign))
            {
                // As if the letter and its mark stood one behind the other: a vowel goes on with the run.
                if (!Letters.IsVowel(under)) EndRun(to, ref at, tones, ref toneCount);
                to[at++] = CodeOf(under);
                other = foreign;
            }

            EndRun(to, ref at, tones, ref toneCount);
            inRun = false;
            WriteOther(other, to, ref at);
        }

        EndRun(to, ref at, tones, ref toneCount);
        return at;
    }

    /// <summary>The word as read by people: capitals, NFC, the tone where the older spelling puts it.</summary>
    public static string Show(ReadOnlySpan<byte> word)
    {
        var shown = new StringBuilder(word.Length);
        var runStart = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var code = word[i];
            if (IsTone(code))
            {
                TonePlace.Put(shown, runStart, i + 1 < word.Length, (Tone)(code - FirstTone + 1));
                continue;
            }

            if (!IsLetter(code))
            {
                var other = code == Other ? (char)(word[++i] << 8 | word[++i]) : (char)(code & 0x7F);
                shown.Append(other);
                runStart = shown.Length;
                continue;
            }

            if (!Letters.IsVowel(LetterOf(code))) runStart = shown.Length + 1;
            shown.Append(LetterOf(code));
        }

        return shown.ToString();
    }

    private static void AddTone(Tone tone, Span<byte> tones, ref int count)
    {
        if (count < tones.Length) tones[count++] = (byte)(FirstTone + (int)tone - 1);
    }

    private static void EndRun(Span<byte> to, ref int at, Span<byte> tones, ref int count)
    {
        tones[..count].CopyTo(to[at..]);
        at += count;
        count = 0;
    }

    private static void WriteOther(char c, Span<byte> to, ref int at)
    {
        // 0x7F would become the mark of other units.
        if (c < 0x7F)
        {
            to[at++] = (byte)(0x80 | c);
            return;
        }

        to[at++] = Other;
        to[at++] = (byte)(c >> 8);
        to[at++] = (byte)c;
    }

    private static byte[] MakeCodes()
    {
        var codes = new byte[0x1F00];
        for (var i = 0; i < Letters.Alphabet.Length; i++) codes[Letters.Alphabet[i]] = (byte)(i + 1);
        return codes;
    }
}
