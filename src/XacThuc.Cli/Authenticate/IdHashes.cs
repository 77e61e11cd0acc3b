using System.IO.Hashing;
using System.Numerics;

namespace XacThuc.Cli.Authenticate;

/// <summary>
/// Hashes of ids, strewn into parts by their high bits so that each part is looked through within the cache. One writer.
/// </summary>
internal sealed class IdHashes
{
    private const int PartBits = 8;

    private readonly List<ulong>[] _parts = new List<ulong>[1 << PartBits];

    /// <summary>The hash of an id; never 0.</summary>
    public static ulong Of(ReadOnlySpan<byte> id) => Math.Max(1, XxHash3.HashToUInt64(id));

    /// <summary>Adds an id; an empty one is nobody's.</summary>
    public void Add(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty) return;
        var hash = Of(id);
        (_parts[hash >> (64 - PartBits)] ??= []).Add(hash);
    }

    /// <summary>The hashes that occur more than once among all.</summary>
    public static HashSet<ulong> FindRepeated(IdHashes[] all)
    {
        var repeated = new HashSet<ulong>();
        Parallel.For(0, 1 << PartBits, part =>
        {
            var count = all.Sum(hashes => hashes._parts[part]?.Count ?? 0);
            var table = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, count * 2))];
            foreach (var hashes in all)
            {
                foreach (var hash in hashes._parts[part] ?? [])
                {
                    if (TryAdd(table, hash)) continue;
                    lock (repeated) repeated.Add(hash);
                }
            }
        });
        return repeated;
    }

    private static bool TryAdd(ulong[] table, ulong hash)
    {
        for (var at = (int)hash & (table.Length - 1); ; at = (at + 1) & (table.Length - 1))
        {
            if (table[at] == hash) return false;
            if (table[at] != 0) continue;
            table[at] = hash;
            return true;
        }
    }
}
