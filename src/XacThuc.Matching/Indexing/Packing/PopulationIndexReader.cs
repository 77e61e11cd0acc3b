using System.IO.MemoryMappedFiles;
using XacThuc.Matching.Blocking;
using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Indexing.Words;

namespace XacThuc.Matching.Indexing.Packing;

/// <summary>
/// Opens a packed index by mapping it: in milliseconds, whatever its size. What was altered in the middle is found by
/// <see cref="PopulationIndex.IsIntact"/>, which reads the sections that the work needs.
/// </summary>
public static unsafe class PopulationIndexReader
{
    /// <summary>Whether a file begins as a packed index does.</summary>
    public static bool IsIndex(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> first = stackalloc byte[8];
        return RandomAccess.Read(file, first, 0) == first.Length && IndexHeader.IsMarked(first);
    }

    /// <summary>Opens an index.</summary>
    /// <param name="path">The file.</param>
    /// <param name="index">The index, when there is no refusal.</param>
    /// <exception cref="IOException">The file cannot be read at all.</exception>
    public static IndexRefusal? TryOpen(string path, out PopulationIndex? index)
    {
        index = null;
        var first = new byte[IndexHeader.Size];
        long length;
        using (var file = File.OpenHandle(path))
        {
            length = RandomAccess.GetLength(file);
            var read = RandomAccess.Read(file, first, 0);
            if (IndexHeader.TryRead(first.AsSpan(0, read), length, out var header) is { } refusal) return refusal;
            if (!SectionShapes.Hold(header!)) return IndexRefusal.Altered;

            var mapping = new IndexMapping(path, header!);
            try
            {
                index = Read(mapping);
                return index is null ? IndexRefusal.Altered : null;
            }
            finally
            {
                if (index is null) mapping.Dispose();
            }
        }
    }

    private static PopulationIndex? Read(IndexMapping mapping)
    {
        // What is copied is small and checked at once; the rest is checked by whoever uses it.
        string[] copied = [SectionNames.Letters, SectionNames.WordEnds, SectionNames.LongCodes, SectionNames.LongEnds];
        if (!copied.All(name => mapping.Find(name) is { } section && mapping.IsIntact(section, default))) return null;
        if (mapping.Find(SectionNames.Slots) is not { } slots || mapping.Find(SectionNames.Extras) is not { } extras ||
            mapping.Find(SectionNames.OldIds) is not { } oldIds) return null;

        var wordEnds = mapping.Find(SectionNames.WordEnds)!;
        if (!Cover(mapping.Span<int>(SectionNames.WordEnds), mapping.Span<byte>(SectionNames.Letters).Length) ||
            !Cover(mapping.Span<int>(SectionNames.LongEnds), mapping.Span<int>(SectionNames.LongCodes).Length)) return null;
        var words = new WordTable(
            mapping.Span<byte>(SectionNames.Letters).ToArray(), mapping.Span<int>(SectionNames.WordEnds).ToArray(),
            (int)wordEnds.Detail);
        var longNames = new LongNames(mapping.Span<int>(SectionNames.LongCodes), mapping.Span<int>(SectionNames.LongEnds));
        var table = new SlotTable((Slot*)mapping.At(slots), (ulong)slots.Detail);
        return new PopulationIndex(
            mapping.Header.Facts, words, longNames,
            table, (Extra*)mapping.At(extras),
            new OldIdTable((ulong*)mapping.At(oldIds), (ulong)oldIds.Detail, table.Length), [mapping], mapping);
    }

    // Whether the parts that end at these places are all there is.
    private static bool Cover(ReadOnlySpan<int> ends, int length)
    {
        var last = 0;
        foreach (var end in ends)
        {
            if (end < last) return false;
            last = end;
        }

        return last == length;
    }
}

/// <summary>A packed index mapped into memory, read-only.</summary>
internal sealed unsafe class IndexMapping : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    public IndexMapping(string path, IndexHeader header)
    {
        Header = header;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    public IndexHeader Header { get; }

    public IndexSection? Find(string name) =>
        Header.Sections.FirstOrDefault(section => string.Equals(section.Name, name, StringComparison.Ordinal));

    public byte* At(IndexSection section) => _start + section.Offset;

    public ReadOnlySpan<T> Span<T>(string name)
        where T : unmanaged
    {
        var section = Find(name)!;
        return new ReadOnlySpan<T>(At(section), (int)(section.Length / sizeof(T)));
    }

    public bool IsIntact(IndexSection section, CancellationToken stop) =>
        SectionChecksum.Of(At(section), section.Length, stop) == section.Checksum;

    /// <summary>Whether nothing was written between the sections.</summary>
    public bool HasCleanGaps()
    {
        long end = IndexHeader.Size;
        foreach (var section in Header.Sections)
        {
            if (new ReadOnlySpan<byte>(_start + end, (int)(section.Offset - end)).ContainsAnyExcept((byte)0)) return false;
            end = section.Offset + section.Length;
        }

        return !new ReadOnlySpan<byte>(_start + end, (int)((long)_view.SafeMemoryMappedViewHandle.ByteLength - end)).ContainsAnyExcept((byte)0);
    }

    public Roads? FindRoads(WordTable words)
    {
        var roads = new Road[Roads.Kinds.Length];
        foreach (var kind in Roads.Kinds)
        {
            if (Find(SectionNames.StartsOf(kind)) is not { } starts || Find(SectionNames.EntriesOf(kind)) is not { } entries)
                return null;
            roads[(int)kind] = new Road((uint*)At(starts), (int)starts.Detail, (ulong*)At(entries), entries.Length / sizeof(ulong));
        }

        return new Roads(roads, words, new WordKeys(words), []);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
