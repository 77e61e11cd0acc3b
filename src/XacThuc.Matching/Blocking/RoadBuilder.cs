using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Blocking;

/// <summary>Builds one road: counts the buckets, strews the entries, sorts each bucket.</summary>
internal static unsafe class RoadBuilder
{
    private const int DateBits = 17;

    public static Road Build(PopulationIndex index, WordKeys words, RoadKind kind, List<IDisposable> owned)
    {
        var bits = kind == RoadKind.Date ? DateBits : Road.BitsFor(index.Facts.People);
        var buckets = 1L << bits;
        var starts = new NativeArray<uint>(buckets + 1);
        var entries = new NativeArray<ulong>(index.Facts.People);
        owned.Add(starts);
        owned.Add(entries);
        using var cursors = new NativeArray<uint>(buckets);

        // Each pass makes the keys anew: cheaper than to keep them.
        var parts = Environment.ProcessorCount * 4;
        Parallel.For(0, parts, part => ForEach(index, words, kind, part, parts,
            (entry, _) => Interlocked.Increment(ref cursors[entry.Hash >> (32 - bits)])));

        uint sum = 0;
        for (long bucket = 0; bucket < buckets; bucket++)
        {
            starts[bucket] = sum;
            sum += cursors[bucket];
            cursors[bucket] = starts[bucket];
        }

        starts[buckets] = sum;
        Parallel.For(0, parts, part => ForEach(index, words, kind, part, parts, (entry, place) =>
            entries[Interlocked.Increment(ref cursors[entry.Hash >> (32 - bits)]) - 1] = (ulong)entry.Tag << 32 | (uint)place));

        Parallel.For(0, parts * 16, part =>
        {
            for (var bucket = buckets * part / (parts * 16); bucket < buckets * (part + 1) / (parts * 16); bucket++)
            {
                var length = (int)(starts[bucket + 1] - starts[bucket]);
                if (length > 1) new Span<ulong>(entries.Pointer + starts[bucket], length).Sort();
            }
        });
        return new Road(starts.Pointer, bits, entries.Pointer);
    }

    private static void ForEach(
        PopulationIndex index, WordKeys words, RoadKind kind, int part, int parts, Action<RoadEntry, long> visit)
    {
        Span<int> codes = stackalloc int[NameReader.MaxWords];
        Span<uint> keys = stackalloc uint[NameReader.MaxWords];
        for (var place = index.Slots.Length * part / parts; place < index.Slots.Length * (part + 1) / parts; place++)
        {
            ref readonly var slot = ref index.Slots.Pointer[place];
            if (slot.IsEmpty) continue;
            var count = index.WordsOf(slot.Name, codes);
            for (var i = 0; i < count; i++) keys[i] = words[codes[i]].Sound;
            visit(RoadEntry.Of(kind, NameKeys.Of(keys[..count]), slot.Date, index.Extras[place].Commune), place);
        }
    }
}
