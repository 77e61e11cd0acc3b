using System.Numerics;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Comparing;

/// <summary>Compares two words of names by their canonical letters.</summary>
internal static class WordComparison
{
    /// <summary>How near the record's word is to the register's.</summary>
    public static WordLevel Compare(ReadOnlySpan<byte> record, ReadOnlySpan<byte> register)
    {
        if (record.SequenceEqual(register)) return WordLevel.Same;
        if (record.IsEmpty || register.IsEmpty) return WordLevel.Different;
        if (CannotBeAlike(record, register)) return WordLevel.Different;

        Span<byte> buffer = stackalloc byte[6 * (LetterCodes.MaxLength + 16)];
        const int Part = LetterCodes.MaxLength + 16;
        var toneless = Cut(buffer, 0, WordForms.Toneless(record, buffer[..Part]));
        var other = Cut(buffer, Part, WordForms.Toneless(register, buffer[Part..]));
        var sameLetters = toneless.SequenceEqual(other);
        if (sameLetters && !HasTone(record)) return WordLevel.MarksMissing;
        if (sameLetters) return WordLevel.Tone;

        var plain = Cut(buffer, 2 * Part, WordForms.Plain(record, buffer[(2 * Part)..]));
        var otherPlain = Cut(buffer, 3 * Part, WordForms.Plain(register, buffer[(3 * Part)..]));
        if (plain.SequenceEqual(otherPlain))
            return LacksMarks(record, register, toneless, other) ? WordLevel.MarksMissing : WordLevel.OtherMarks;

        if (plain.Length > otherPlain.Length && IsTelexOf(record, register)) return WordLevel.Telex;
        if (Math.Abs(plain.Length - otherPlain.Length) > 3) return plain.Length == 1 && plain[0] == otherPlain[0] ? WordLevel.Initial : WordLevel.Different;

        var sound = Cut(buffer, 4 * Part, WordForms.Sound(toneless, buffer[(4 * Part)..]));
        var otherSound = Cut(buffer, 5 * Part, WordForms.Sound(other, buffer[(5 * Part)..]));
        if (sound.SequenceEqual(otherSound)) return WordLevel.Sound;

        if (plain.Length == 1 && otherPlain.Length > 1 && plain[0] == otherPlain[0]) return WordLevel.Initial;
        var distance = EditDistance.UpTo2(plain, otherPlain);
        if (distance == 1 && Math.Min(plain.Length, otherPlain.Length) > 1) return WordLevel.OneLetter;
        if (distance == 2 && Math.Max(plain.Length, otherPlain.Length) >= 5) return WordLevel.TwoLetters;

        sound = Cut(buffer, 4 * Part, WordForms.Sound(plain, buffer[(4 * Part)..]));
        otherSound = Cut(buffer, 5 * Part, WordForms.Sound(otherPlain, buffer[(5 * Part)..]));
        return sound.SequenceEqual(otherSound) ? WordLevel.Sound : WordLevel.Different;
    }

    // Two letters replaced change four of the letters that occur, and words that sound alike have the same vowels but for
    // the i of gi. A longer word may be typed in telex, and one letter stands for any word.
    private static bool CannotBeAlike(ReadOnlySpan<byte> record, ReadOnlySpan<byte> register)
    {
        var letters = WordForms.LettersOf(record, out var length);
        var others = WordForms.LettersOf(register, out var otherLength);
        return length is > 1 && length <= otherLength && BitOperations.PopCount(letters ^ others) > 4 &&
            ((letters ^ others) & WordForms.OpenVowels) != 0;
    }

    private static bool HasTone(ReadOnlySpan<byte> word) =>
        word.ContainsAnyInRange((byte)LetterCodes.FirstTone, (byte)LetterCodes.LastTone);

    // Whether each difference is a mark that the record does not have; the tone may be the same or not written.
    private static bool LacksMarks(
        ReadOnlySpan<byte> record, ReadOnlySpan<byte> register, ReadOnlySpan<byte> letters, ReadOnlySpan<byte> marked)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] != marked[i] && letters[i] != WordForms.PlainOf(marked[i])) return false;
        }

        return !HasTone(record) || ToneOf(record) == ToneOf(register);
    }

    private static int ToneOf(ReadOnlySpan<byte> word)
    {
        var at = word.IndexOfAnyInRange((byte)LetterCodes.FirstTone, (byte)LetterCodes.LastTone);
        return at < 0 ? 0 : word[at];
    }

    private static bool IsTelexOf(ReadOnlySpan<byte> record, ReadOnlySpan<byte> register)
    {
        if (record.Length <= 2 || !TypingKeys.TryConvert(LetterCodes.Show(record), out var converted)) return false;
        Span<byte> meant = stackalloc byte[LetterCodes.MaxLength + 16];
        var length = LetterCodes.Write(converted, meant);
        return length > 0 && register.SequenceEqual(meant[..length]);
    }

    private static ReadOnlySpan<byte> Cut(Span<byte> buffer, int start, int length) => buffer.Slice(start, length);
}
