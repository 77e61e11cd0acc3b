using Microsoft.Win32.SafeHandles;
using XacThuc.Matching.Blocking;
using XacThuc.Matching.Blocking.Keys;

namespace XacThuc.Matching.Indexing.Packing;

/// <summary>
/// Writes an index into a file that can be mapped: the tables as they are in memory, section by section. The roads are
/// built one at a time, so that a nation needs no more memory than its tables and one road.
/// </summary>
public static unsafe class PopulationIndexWriter
{
    private const int PageSize = 4096;
    private const long WritePart = 8 << 20;

    /// <summary>Writes an index.</summary>
    /// <param name="index">The index, as built in memory.</param>
    /// <param name="file">An empty file, open for writing.</param>
    /// <param name="builtAt">The time to be kept as that of building.</param>
    /// <param name="done">Told the share that is done, 0-1, after each section.</param>
    /// <param name="stop">Stops after the section at hand.</param>
    public static void Write(
        PopulationIndex index, SafeFileHandle file, DateTimeOffset builtAt, Action<double> done, CancellationToken stop)
    {
        var sections = new List<IndexSection>();
        long offset = IndexHeader.Size;

        void Add(string name, void* from, long length, long detail = 0)
        {
            stop.ThrowIfCancellationRequested();
            WriteParts(file, (byte*)from, length, offset);
            sections.Add(new IndexSection(name, offset, length, SectionChecksum.Of((byte*)from, length, stop), detail));
            offset = (offset + length + PageSize - 1) / PageSize * PageSize;
            done(sections.Count / 18.0);
        }

        void AddSpan<T>(string name, ReadOnlySpan<T> items, long detail = 0)
            where T : unmanaged
        {
            fixed (T* first = items) Add(name, first, items.Length * (long)sizeof(T), detail);
        }

        Add(SectionNames.Slots, index.Slots.Pointer, index.Slots.Length * sizeof(Slot), (long)index.Slots.Lines);
        Add(SectionNames.Extras, index.Extras, index.Slots.Length * sizeof(Extra));
        Add(SectionNames.OldIds, index.OldIds.Pointer, index.OldIds.Length * sizeof(ulong), (long)index.OldIds.Lines);
        AddSpan(SectionNames.Letters, index.Words.AllLetters);
        AddSpan(SectionNames.WordEnds, index.Words.Ends, index.Words.Count);
        AddSpan(SectionNames.LongCodes, index.LongNames.Codes);
        AddSpan(SectionNames.LongEnds, index.LongNames.Ends);

        var words = new WordKeys(index.Words);
        foreach (var kind in Roads.Kinds)
        {
            stop.ThrowIfCancellationRequested();
            var owned = new List<IDisposable>();
            var road = RoadBuilder.Build(index, words, kind, owned);
            Add(SectionNames.StartsOf(kind), road.Starts, ((1L << road.Bits) + 1) * sizeof(uint), road.Bits);
            Add(SectionNames.EntriesOf(kind), road.Entries, index.Facts.People * sizeof(ulong));
            foreach (var each in owned) each.Dispose();
        }

        RandomAccess.SetLength(file, offset);
        RandomAccess.Write(file, new IndexHeader(index.Facts with { BuiltAt = builtAt }, sections, offset).Write(), 0);
    }

    private static void WriteParts(SafeFileHandle file, byte* from, long length, long offset)
    {
        for (long start = 0; start < length; start += WritePart)
            RandomAccess.Write(
                file, new ReadOnlySpan<byte>(from + start, (int)Math.Min(WritePart, length - start)), offset + start);
    }
}
