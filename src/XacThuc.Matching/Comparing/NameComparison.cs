using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Comparing;

/// <summary>Explains how two names that are not the same differ.</summary>
/// <param name="words">Knows the letters of both names' words.</param>
internal sealed class NameComparison(NameReader words)
{
    private const int MemoryBits = 16;

    // Names repeat the same few thousand pairs of words: each pair is compared once, as long as it is remembered.
    private readonly WordPair[] _memory = new WordPair[1 << MemoryBits];
    private int _generation = words.Generation;

    private readonly byte[] _left = new byte[NameReader.MaxWords * 32];
    private readonly byte[] _right = new byte[NameReader.MaxWords * 32];

    /// <summary>Why the record's name differs from the register's; none when they are the same.</summary>
    public Reasons Explain(ReadOnlySpan<int> record, ReadOnlySpan<int> register)
    {
        if (record.SequenceEqual(register)) return Reasons.None;
        if (register.IsEmpty) return Reason.NameDifferent;
        if (_generation != words.Generation) Forget();

        if (record.Length == register.Length)
        {
            var inPlace = InPlace(record, register);
            if (!inPlace.Contains(Reason.NameDifferent)) return inPlace;
        }

        return Reordered(record, register)
            ?? Joined(record, register)
            ?? Aligned(record, register)
            ?? (Reasons)Reason.NameDifferent;
    }

    private Reasons InPlace(ReadOnlySpan<int> record, ReadOnlySpan<int> register)
    {
        var reasons = Reasons.None;
        for (var i = 0; i < record.Length; i++) reasons |= Explain(record[i], register[i]);
        return reasons;
    }

    private Reasons Explain(int record, int register)
    {
        if (record == register) return Reasons.None;
        var codes = (ulong)(uint)record << 32 | (uint)register;
        ref var pair = ref _memory[(int)(codes * 0x9E3779B97F4A7C15 >> (64 - MemoryBits))];
        if (pair.Codes != codes) pair = new WordPair(codes, ReasonsOf(words[record], words[register]));
        return pair.Reasons;
    }

    // The codes of words that nobody in the register has mean others now.
    private void Forget()
    {
        Array.Clear(_memory);
        _generation = words.Generation;
    }

    private static Reasons ReasonsOf(ReadOnlySpan<byte> record, ReadOnlySpan<byte> register) =>
        WordComparison.Compare(record, register) switch
        {
            WordLevel.Same => Reasons.None,
            WordLevel.MarksMissing => Reason.NameMarksMissing,
            WordLevel.Tone => Reason.NameTone,
            WordLevel.Telex => Reason.NameTelex,
            WordLevel.Sound => Reason.NameSpelling,
            WordLevel.OtherMarks or WordLevel.OneLetter => Reason.NameLetter,
            WordLevel.TwoLetters or WordLevel.Initial or WordLevel.Different => Reason.NameDifferent,
        };

    // The same words, perhaps with marks missing, in another order.
    private Reasons? Reordered(ReadOnlySpan<int> record, ReadOnlySpan<int> register)
    {
        if (record.Length != register.Length) return null;
        Reasons reasons = Reason.NameWordOrder;
        Span<bool> taken = stackalloc bool[NameReader.MaxWords];
        taken.Clear();
        foreach (var word in record)
        {
            var at = Pick(word, register, taken, out var why);
            if (at < 0) return null;
            taken[at] = true;
            reasons |= why;
        }

        return reasons;
    }

    private int Pick(int word, ReadOnlySpan<int> from, ReadOnlySpan<bool> taken, out Reasons why)
    {
        why = Reasons.None;
        for (var i = 0; i < from.Length; i++)
            if (!taken[i] && from[i] == word) return i;
        for (var i = 0; i < from.Length; i++)
        {
            if (taken[i]) continue;
            why = Explain(word, from[i]);
            if (!why.Contains(Reason.NameDifferent)) return i;
        }

        return -1;
    }

    // The same letters in order, perhaps with marks missing, cut into other words.
    private Reasons? Joined(ReadOnlySpan<int> record, ReadOnlySpan<int> register)
    {
        if (record.Length == register.Length) return null;
        var left = Concatenate(record, _left);
        var right = Concatenate(register, _right);
        if (left.SequenceEqual(right)) return Reason.NameWordsJoined;

        Span<byte> plainLeft = stackalloc byte[_left.Length];
        Span<byte> plainRight = stackalloc byte[_right.Length];
        var leftLength = WordForms.Plain(left, plainLeft);
        var rightLength = WordForms.Plain(right, plainRight);
        if (!plainLeft[..leftLength].SequenceEqual(plainRight[..rightLength])) return null;
        return Reasons.Of(Reason.NameWordsJoined) | (left.Length < right.Length ? Reason.NameMarksMissing : Reason.NameTone);
    }

    private ReadOnlySpan<byte> Concatenate(ReadOnlySpan<int> name, byte[] to)
    {
        var length = 0;
        foreach (var code in name)
        {
            var letters = words[code];
            if (length + letters.Length > to.Length) break;
            letters.CopyTo(to.AsSpan(length));
            length += letters.Length;
        }

        return to.AsSpan(0, length);
    }

    // The shorter name's words stand in the longer one in order, each alike, at least two or all of them.
    private Reasons? Aligned(ReadOnlySpan<int> record, ReadOnlySpan<int> register)
    {
        if (record.Length == register.Length) return null;
        var missing = record.Length < register.Length;
        var (few, many) = (Math.Min(record.Length, register.Length), Math.Max(record.Length, register.Length));
        if (few * 2 < many) return null;

        Reasons reasons = missing ? Reason.NameWordMissing : Reason.NameWordAdded;
        // First exactly, then with the words that are alike.
        for (var exact = true; ; exact = false)
        {
            var why = Reasons.None;
            var found = 0;
            for (var j = 0; j < many && found < few; j++)
            {
                var (r, p) = missing ? (record[found], register[j]) : (record[j], register[found]);
                var difference = exact && r != p ? Reason.NameDifferent : Explain(r, p);
                if (difference.Contains(Reason.NameDifferent)) continue;
                why |= difference;
                found++;
            }

            if (found == few) return reasons | why;
            if (!exact) return null;
        }
    }

    private readonly record struct WordPair(ulong Codes, Reasons Reasons);
}
