using System.Numerics;
using System.Runtime.Intrinsics;

namespace XacThuc.Matching.Blocking;

/// <summary>Sifts the entries of a road by their tags, before anybody looks at the people.</summary>
internal static unsafe class Sieve
{
    /// <summary>Which of a tag's four bytes are the same, from the lowest.</summary>
    [Flags]
    public enum Same
    {
        None = 0,
        First = 1,
        Second = 2,
        Third = 4,
        Fourth = 8,
    }

    /// <summary>Adds the entries for which the set of same bytes is accepted, until so many were.</summary>
    /// <param name="entries">Entries of a bucket.</param>
    /// <param name="tag">The tag that is sought.</param>
    /// <param name="accept">Bit <c>n</c> is set when the set of same bytes of value <c>n</c> is accepted.</param>
    /// <param name="most">The most that may be added.</param>
    /// <param name="to">Receives the places.</param>
    public static void Bytes(ReadOnlySpan<ulong> entries, uint tag, int accept, int most, CandidateSet to)
    {
        var sought = Vector256.Create((ulong)tag << 32).AsByte();
        fixed (ulong* first = entries)
        {
            var i = 0;
            for (; i + 4 <= entries.Length && most > 0; i += 4)
            {
                var same = Vector256.Equals(Vector256.Load((byte*)(first + i)), sought).ExtractMostSignificantBits() & 0xF0F0F0F0;
                for (; same != 0; same &= ~(0xFu << (BitOperations.TrailingZeroCount(same) & ~3)))
                {
                    var at = BitOperations.TrailingZeroCount(same) >> 3;
                    if ((accept >> (int)(same >> (at * 8 + 4) & 15) & 1) == 0) continue;
                    to.Add((uint)first[i + at]);
                    if (--most == 0) return;
                }
            }

            for (; i < entries.Length && most > 0; i++)
            {
                var same = Vector256.Equals(Vector256.Create(first[i]).AsByte(), sought).ExtractMostSignificantBits() >> 4 & 15;
                if ((accept >> (int)same & 1) == 0) continue;
                to.Add((uint)first[i]);
                most--;
            }
        }
    }

    /// <summary>Adds the entries whose tag agrees with another in all bits of a mask, until so many were.</summary>
    public static void Masked(ReadOnlySpan<ulong> entries, uint tag, uint mask, int most, CandidateSet to)
    {
        var wanted = Vector256.Create((ulong)(tag & mask) << 32);
        var masks = Vector256.Create((ulong)mask << 32);
        fixed (ulong* first = entries)
        {
            var i = 0;
            for (; i + 4 <= entries.Length && most > 0; i += 4)
            {
                var same = Vector256.Equals(Vector256.Load(first + i) & masks, wanted).ExtractMostSignificantBits();
                for (; same != 0 && most > 0; same &= same - 1, most--)
                    to.Add((uint)first[i + BitOperations.TrailingZeroCount(same)]);
            }

            for (; i < entries.Length && most > 0; i++)
            {
                if ((first[i] >> 32 & mask) != (tag & mask)) continue;
                to.Add((uint)first[i]);
                most--;
            }
        }
    }

    /// <summary>
    /// Adds the entries whose tag agrees with another in all bits of a mask, and holds one of several parts of a name
    /// (bits 7-14), until so many were.
    /// </summary>
    public static void Near(
        ReadOnlySpan<ulong> entries, uint tag, uint mask, ReadOnlySpan<bool> parts, int most, CandidateSet to)
    {
        foreach (var entry in entries)
        {
            var other = (uint)(entry >> 32);
            if (((other ^ tag) & mask) != 0 || !parts[(int)(other >> 7 & 0xFF)]) continue;
            to.Add((uint)entry);
            if (--most == 0) return;
        }
    }
}
