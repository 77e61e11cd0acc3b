using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XacThuc.Matching.Indexing.Words;

/// <summary>
/// One thread's memory of how words were written: the raw bytes of a written word (up to 15) to its code. Names repeat
/// the same few thousand spellings, so that reading a word is one look-up, however it was written.
/// </summary>
internal sealed unsafe class WordCache : IDisposable
{
    /// <summary>No longer word is remembered.</summary>
    public const int MaxBytes = 15;

    private const int Bits = 15;

    private readonly NativeArray<Entry> _entries = new((1 << Bits) + 8);

    /// <summary>Whether a word of this many bytes can be remembered.</summary>
    public static bool Fits(int length) => length is > 0 and <= MaxBytes;

    /// <summary>The code of a written word, or 0. At least 16 bytes must be readable at <paramref name="word"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(byte* word, int length)
    {
        Load(word, length, out var low, out var high);
        var entry = _entries.Pointer + Place(low, high);
        if (entry->Low == low && entry->High == high) return entry->Code;
        entry++;
        return entry->Low == low && entry->High == high ? entry->Code : 0;
    }

    /// <summary>Remembers a written word. An older one in the same place makes room.</summary>
    public void Add(byte* word, int length, int code)
    {
        Load(word, length, out var low, out var high);
        var entry = _entries.Pointer + Place(low, high);
        if (entry->Code != 0) entry[1] = entry[0];
        *entry = new Entry { Low = low, High = high, Code = code };
    }

    public void Clear() => _entries.Clear();

    public void Dispose() => _entries.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(byte* word, int length, out ulong low, out ulong high)
    {
        // Without a branch: how long the next word is, no processor can foretell.
        var kept = (Vector128.Load((sbyte*)word) & Vector128.LessThan(Vector128<sbyte>.Indices, Vector128.Create((sbyte)length)))
            .AsUInt64();
        low = kept[0];
        // The length tells a word from the same word with NUL bytes behind it.
        high = kept[1] | (ulong)length << 56;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place(ulong low, ulong high)
    {
        var hash = (low ^ high * 0xD6E8FEB86659FD93) * 0x9E3779B97F4A7C15;
        return (int)(hash >> (64 - Bits));
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Entry
    {
        public ulong Low;
        public ulong High;
        public int Code;
    }
}
