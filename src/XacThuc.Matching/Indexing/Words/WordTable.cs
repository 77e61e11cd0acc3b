using System.Runtime.CompilerServices;

namespace XacThuc.Matching.Indexing.Words;

/// <summary>
/// The dictionary of words (name syllables): canonical letters to a code from 1 on, in the order of arrival. Reading is
/// lock-free and safe beside one writer; <see cref="GetOrAdd"/> takes a lock.
/// </summary>
internal sealed class WordTable
{
    private readonly Lock _adding = new();
    private byte[] _letters = new byte[1 << 16];
    private int[] _starts = new int[1 << 12];
    private int[] _buckets = new int[1 << 14];

    public WordTable() => Count = 0;

    public WordTable(byte[] letters, int[] starts, int count)
    {
        _letters = letters;
        _starts = starts;
        Count = count;
        var size = 1 << 14;
        while (size < count * 3) size *= 2;
        _buckets = new int[size];
        for (var code = 1; code <= count; code++) Link(_buckets, code);
    }

    /// <summary>The number of words; codes run from 1 to it.</summary>
    public int Count { get; private set; }

    /// <summary>The length of all letters together.</summary>
    public int LettersLength => _starts[Count];

    public ReadOnlySpan<byte> AllLetters => _letters.AsSpan(0, LettersLength);

    /// <summary>Where each word ends: the item at 0 is 0, at a code the end of that word.</summary>
    public ReadOnlySpan<int> Ends => _starts.AsSpan(0, Count + 1);

    public ReadOnlySpan<byte> this[int code] => _letters.AsSpan(_starts[code - 1], _starts[code] - _starts[code - 1]);

    /// <summary>The code of a word, or 0.</summary>
    public int Find(ReadOnlySpan<byte> word)
    {
        var buckets = Volatile.Read(ref _buckets);
        for (var at = (int)Hash(word) & (buckets.Length - 1); ; at = (at + 1) & (buckets.Length - 1))
        {
            var code = Volatile.Read(ref buckets[at]);
            if (code == 0) return 0;
            if (this[code].SequenceEqual(word)) return code;
        }
    }

    public int GetOrAdd(ReadOnlySpan<byte> word)
    {
        var found = Find(word);
        if (found != 0) return found;

        lock (_adding)
        {
            found = Find(word);
            if (found != 0) return found;

            var code = Count + 1;
            if (code * 2 > _buckets.Length) Grow();
            if (code + 1 >= _starts.Length) Array.Resize(ref _starts, _starts.Length * 2);
            var end = _starts[Count] + word.Length;
            if (end > _letters.Length) Array.Resize(ref _letters, Math.Max(end, _letters.Length * 2));
            word.CopyTo(_letters.AsSpan(_starts[Count]));
            _starts[code] = end;
            Count = code;
            // A reader meets the code only after its letters are there.
            Thread.MemoryBarrier();
            Link(_buckets, code);
            return code;
        }
    }

    /// <summary>Forgets all words.</summary>
    public void Clear()
    {
        Array.Clear(_buckets);
        Count = 0;
    }

    private void Grow()
    {
        var buckets = new int[_buckets.Length * 2];
        for (var code = 1; code <= Count; code++) Link(buckets, code);
        Volatile.Write(ref _buckets, buckets);
    }

    private void Link(int[] buckets, int code)
    {
        var at = (int)Hash(this[code]) & (buckets.Length - 1);
        while (buckets[at] != 0) at = (at + 1) & (buckets.Length - 1);
        Volatile.Write(ref buckets[at], code);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var b in word) hash = (hash ^ b) * 16777619u;
        return hash ^ hash >> 15;
    }
}
