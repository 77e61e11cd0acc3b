using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Blocking;

/// <summary>
/// Builds one road: strews the entries into partitions by the first bits of their hashes, then puts each partition into
/// buckets and in order, within the cache.
/// </summary>
internal static unsafe class RoadBuilder
{
    private const int DateBits = 17;

    public static Road Build(PopulationIndex index, WordKeys words, RoadKind kind, List<IDisposable> owned)
    {
        var bits = kind == RoadKind.Date ? DateBits : Road.BitsFor(index.Facts.People);
        var starts = new NativeArray<uint>((1L << bits) + 1);
        var entries = new NativeArray<ulong>(index.Facts.People, zeroed: false);
        owned.Add(starts);
        owned.Add(entries);

        var strewn = Strew(index, words, kind);
        var firsts = new uint[PartitionedRows<Keyed>.Partitions + 1];
        for (var partition = 0; partition < PartitionedRows<Keyed>.Partitions; partition++)
            firsts[partition + 1] = firsts[partition] +
                (uint)strewn.Sum(own => own.Blocks(partition).Sum(block => (long)block.Count));
        starts[1L << bits] = firsts[^1];
        EveryCore.Run(PartitionedRows<Keyed>.Partitions, partition =>
            Fill(strewn, partition, firsts[partition], bits, starts.Pointer, entries.Pointer));
        foreach (var own in strewn) own.Dispose();
        return new Road(starts.Pointer, bits, entries.Pointer, entries.Length);
    }

    private static PartitionedRows<Keyed>[] Strew(PopulationIndex index, WordKeys words, RoadKind kind)
    {
        var parts = Environment.ProcessorCount;
        var strewn = new PartitionedRows<Keyed>[parts];
        EveryCore.Run(parts, part =>
        {
            var own = strewn[part] = new PartitionedRows<Keyed>();
            Span<int> codes = stackalloc int[NameReader.MaxWords];
            Span<uint> keys = stackalloc uint[NameReader.MaxWords];
            for (var place = index.Slots.Length * part / parts; place < index.Slots.Length * (part + 1) / parts; place++)
            {
                ref readonly var slot = ref index.Slots.Pointer[place];
                if (slot.IsEmpty) continue;
                var count = index.WordsOf(slot.Name, codes);
                for (var i = 0; i < count; i++) keys[i] = words[codes[i]].Sound;
                var entry = RoadEntry.Of(kind, NameKeys.Of(keys[..count]), slot.Date, index.Extras[place].Commune);
                own.Add((ulong)entry.Hash << 32, new Keyed(entry.Hash, (ulong)entry.Tag << 32 | (uint)place));
            }
        });
        return strewn;
    }

    private static void Fill(PartitionedRows<Keyed>[] strewn, int partition, uint first, int bits, uint* starts, ulong* entries)
    {
        var buckets = (1 << bits) / PartitionedRows<Keyed>.Partitions;
        var cursors = new uint[buckets];
        foreach (var own in strewn)
            foreach (var (rows, count) in own.Blocks(partition))
                foreach (var row in new ReadOnlySpan<Keyed>((void*)rows, count))
                    cursors[Bucket(row.Hash)]++;

        starts += (long)partition * buckets;
        var next = first;
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            starts[bucket] = next;
            next += cursors[bucket];
            cursors[bucket] = starts[bucket];
        }

        foreach (var own in strewn)
            foreach (var (rows, count) in own.Blocks(partition))
                foreach (var row in new ReadOnlySpan<Keyed>((void*)rows, count))
                    entries[cursors[Bucket(row.Hash)]++] = row.Entry;

        for (var bucket = 0; bucket < buckets; bucket++)
        {
            var length = (int)(cursors[bucket] - starts[bucket]);
            if (length > 1) new Span<ulong>(entries + starts[bucket], length).Sort();
        }

        uint Bucket(uint hash) => (hash >> (32 - bits)) & (uint)(buckets - 1);
    }

    private readonly record struct Keyed(uint Hash, ulong Entry)
    {
        public override string ToString() => nameof(Keyed);
    }
}
