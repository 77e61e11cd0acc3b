using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Indexing.Building;

/// <summary>
/// Builds a <see cref="PopulationIndex"/> from the rows of a register. Each thread that reads rows takes an intake of its
/// own (<see cref="NewIntake"/>); when all are done, <see cref="Build"/> makes the index once.
/// </summary>
public sealed unsafe class PopulationBuilder : IDisposable
{
    private readonly WordTable _words = new();
    private readonly LongNames _longNames = new();
    private readonly ConcurrentBag<PersonIntake> _intakes = [];

    /// <summary>A way in for the rows of one thread.</summary>
    /// <param name="encoding">How the register's file writes names.</param>
    public PersonIntake NewIntake(NameEncoding encoding = NameEncoding.Unicode)
    {
        var intake = new PersonIntake(new NameReader(_words, _longNames, adds: true) { Encoding = encoding });
        _intakes.Add(intake);
        return intake;
    }

    /// <summary>Makes the index of all rows taken in.</summary>
    /// <param name="ordered">
    /// Whether people are put in by their numbers, not as they came: the same register then gives the same candidates in
    /// the same order, run after run. Costs a sort; decisions never depend on it.
    /// </param>
    public PopulationIndex Build(bool ordered = true)
    {
        var intakes = _intakes.ToArray();
        var rows = intakes.Sum(intake => intake.Rows.Count);
        var lines = SlotTable.LinesFor(rows);
        var slotArray = new NativeArray<Slot>((long)lines * SlotTable.SlotsPerLine);
        var extraArray = new NativeArray<Extra>((long)lines * SlotTable.SlotsPerLine);
        var slots = new SlotTable(slotArray.Pointer, lines);

        var tally = new Tally();
        var late = new ConcurrentBag<PersonRow>();
        EveryCore.Run(PartitionedRows<PersonRow>.Partitions, partition =>
        {
            var end = partition + 1 == PartitionedRows<PersonRow>.Partitions
                ? lines
                : Math.BigMul(PartitionedRows<PersonRow>.FirstHash(partition + 1), lines, out _);
            var own = new Tally();
            if (ordered)
            {
                foreach (var row in InOrder(intakes, partition)) Put(slots, extraArray.Pointer, row, end, late, own);
            }
            else
            {
                foreach (var intake in intakes)
                    foreach (var (block, count) in intake.Rows.Blocks(partition))
                        for (var i = 0; i < count; i++)
                            Put(slots, extraArray.Pointer, ((PersonRow*)block)[i], end, late, own);
            }

            lock (tally) tally.Add(own);
        });
        foreach (var intake in intakes) intake.Rows.Dispose();

        // Rows that spill over the end of their partition; in a fixed order, so that one register gives one index.
        foreach (var row in late.OrderBy(row => row.Key).ThenBy(row => row.Name).ThenBy(row => row.Extra.Bits))
            Put(slots, extraArray.Pointer, row, ulong.MaxValue, late: null, tally);

        var (oldArray, old) = BuildOldIds(slots, extraArray, tally.OldIds, ordered);
        return new PopulationIndex(
            new PopulationFacts(tally.People, tally.Repeated, tally.Ambiguous),
            _words, _longNames, slots, extraArray.Pointer, old, [slotArray, extraArray, oldArray]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var intake in _intakes) intake.Dispose();
    }

    private static PersonRow[] InOrder(PersonIntake[] intakes, int partition)
    {
        var rows = new List<PersonRow>();
        foreach (var intake in intakes)
            foreach (var (block, count) in intake.Rows.Blocks(partition))
                rows.AddRange(new ReadOnlySpan<PersonRow>((void*)block, count));
        var ordered = rows.ToArray();
        Array.Sort(ordered.Select(row => row.Id).ToArray(), ordered);
        return ordered;
    }

    private static void Put(
        SlotTable slots, Extra* extras, in PersonRow row, ulong end, ConcurrentBag<PersonRow>? late, Tally tally)
    {
        var place = slots.Insert(new Slot { Key = row.Key, Name = row.Name }, row.Extra, extras, end, out var ambiguous);
        if (place == SlotTable.BeyondEnd)
        {
            late!.Add(row);
            return;
        }

        if (ambiguous) tally.Ambiguous++;
        if (place == SlotTable.Repeated)
        {
            tally.Repeated++;
            return;
        }

        tally.People++;
        if (row.Extra.HasOldId) tally.OldIds++;
    }

    // In the order of their places where one register is to give one table; otherwise by all cores at once.
    private static (NativeArray<ulong> Array, OldIdTable Table) BuildOldIds(
        SlotTable slots, NativeArray<Extra> extras, long count, bool ordered)
    {
        var lines = OldIdTable.LinesFor(count);
        var array = new NativeArray<ulong>((long)lines * OldIdTable.EntriesPerLine);
        var table = new OldIdTable(array.Pointer, lines, slots.Length);
        var parts = ordered ? 1 : Environment.ProcessorCount;
        EveryCore.Run(parts, part =>
            PutOldIds(table, slots, extras.Pointer, slots.Length * part / parts, slots.Length * (part + 1) / parts));
        return (array, table);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PutOldIds(OldIdTable table, SlotTable slots, Extra* extras, long first, long end)
    {
        // So many people ahead the line of an old number is asked for.
        const int Ahead = 24;
        for (var place = first; place < end; place++)
        {
            if (place + Ahead < end) table.Prefetch(extras[place + Ahead].OldId);
            var extra = extras[place];
            if (!extra.HasOldId || extra.Bits == 0 && slots.Pointer[place].IsEmpty) continue;
            table.Insert(extra.OldId, place);
        }
    }

    private sealed class Tally
    {
        public long People;
        public long Repeated;
        public long Ambiguous;
        public long OldIds;

        public void Add(Tally other)
        {
            People += other.People;
            Repeated += other.Repeated;
            Ambiguous += other.Ambiguous;
            OldIds += other.OldIds;
        }
    }
}
