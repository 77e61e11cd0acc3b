using System.Numerics;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Weighing;

namespace XacThuc.Matching.Blocking.Keys;

/// <summary>
/// Other ways to read a record's name: its words in another order, one missing at either end, one too many, or two
/// written together. One a thread.
/// </summary>
internal sealed class NameVariants(WordKeys keys)
{
    private readonly List<NameKeys> _variants = [];

    public IReadOnlyList<NameKeys> All => _variants;

    public void Make(SoughtRecord record)
    {
        _variants.Clear();
        var words = record.Keys;
        if (words.IsEmpty) return;

        AddSplits(record);
        if (words.Length < 2) return;
        _variants.Add(new NameKeys(0, Middle(words[..^1]), words[^1]));
        _variants.Add(new NameKeys(words[0], Middle(words[1..]), 0));
        Span<uint> other = stackalloc uint[words.Length];
        for (var order = 0; order < 5; order++)
        {
            words.CopyTo(other);
            switch (order)
            {
                case 0:
                    words[1..].CopyTo(other);
                    other[^1] = words[0];
                    break;
                case 1:
                    words[..^1].CopyTo(other[1..]);
                    other[0] = words[^1];
                    break;
                case 2:
                    (other[0], other[1]) = (other[1], other[0]);
                    break;
                case 3:
                    (other[^1], other[^2]) = (other[^2], other[^1]);
                    break;
                case 4:
                    (other[0], other[^1]) = (other[^1], other[0]);
                    break;
            }

            _variants.Add(NameKeys.Of(other));
        }

        if (words.Length < 3) return;
        for (var extra = 0; extra < words.Length; extra++)
        {
            words[..extra].CopyTo(other);
            words[(extra + 1)..].CopyTo(other[extra..]);
            _variants.Add(NameKeys.Of(other[..^1]));
        }
    }

    // Each cut of a long word into two that the register knows.
    private void AddSplits(SoughtRecord record)
    {
        Span<uint> other = stackalloc uint[record.Keys.Length + 1];
        for (var i = 0; i < record.Keys.Length; i++)
        {
            var letters = record.LettersOf(i);
            if (letters.Length < 4) continue;
            for (var cut = LetterCodes.LengthOf(letters[0]); cut < letters.Length; cut += LetterCodes.LengthOf(letters[cut]))
            {
                var first = WordKeys.KeyOf(letters[..cut]);
                var second = WordKeys.KeyOf(letters[cut..]);
                if (!keys.Contains(first) || !keys.Contains(second)) continue;
                record.Keys[..i].CopyTo(other);
                other[i] = first;
                other[i + 1] = second;
                record.Keys[(i + 1)..].CopyTo(other[(i + 2)..]);
                _variants.Add(NameKeys.Of(other));
            }
        }
    }

    private static uint Middle(ReadOnlySpan<uint> words)
    {
        uint middle = 0;
        foreach (var word in words) middle += BitOperations.RotateLeft(word, 3);
        return middle;
    }
}
