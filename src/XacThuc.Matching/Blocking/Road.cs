using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace XacThuc.Matching.Blocking;

/// <summary>
/// One road to candidates: for each key a bucket of entries in ascending order. The upper half of an entry is a tag,
/// which sifts most of a bucket without a look at the people; the lower half is the place of the person's slot.
/// </summary>
internal sealed unsafe class Road(uint* starts, int bits, ulong* entries, long count)
{
    public int Bits { get; } = bits;

    public uint* Starts { get; } = starts;

    public ulong* Entries { get; } = entries;

    public static int BitsFor(long people) => Math.Clamp(BitOperations.Log2((ulong)Math.Max(1, people)) - 3, 9, 27);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(uint hash)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Starts + (hash >> (32 - Bits)));
    }

    /// <summary>The entries whose key has this hash, and a few others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<ulong> Bucket(uint hash)
    {
        var bucket = hash >> (32 - Bits);
        var start = Starts[bucket];
        var end = Starts[bucket + 1];
        // A damaged file may hold anything before that is noticed.
        if (start > end || end > count) return default;
        return new ReadOnlySpan<ulong>(Entries + start, (int)Math.Min(int.MaxValue, end - start));
    }

    /// <summary>The entries of a bucket with tags from <paramref name="from"/> on and below <paramref name="below"/>.</summary>
    public static ReadOnlySpan<ulong> Between(ReadOnlySpan<ulong> bucket, ulong from, ulong below)
    {
        bucket = bucket[LowerBound(bucket, from << 32)..];
        // Mostly few: the end is sought from the start on, in steps that double.
        var reach = 8;
        while (reach < bucket.Length && bucket[reach] < below << 32) reach *= 2;
        return bucket[..LowerBound(bucket[..Math.Min(reach, bucket.Length)], below << 32)];
    }

    private static int LowerBound(ReadOnlySpan<ulong> bucket, ulong value)
    {
        var (low, high) = (0, bucket.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (bucket[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
