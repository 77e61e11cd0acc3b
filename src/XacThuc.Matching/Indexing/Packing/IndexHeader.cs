using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace XacThuc.Matching.Indexing.Packing;

/// <summary>
/// The first 4096 bytes of a packed index: mark, version, length of the file, build facts, sections, and a checksum of
/// all that. Little-endian.
/// </summary>
internal sealed record IndexHeader(PopulationFacts Facts, IReadOnlyList<IndexSection> Sections, long FileLength)
{
    public const int Size = 4096;
    public const uint Version = 2;

    private const int SectionsAt = 160;
    private const int EngineAt = 72;
    private const int ChecksumAt = Size - 8;
    private const int MostSections = (ChecksumAt - SectionsAt) / IndexSection.Size;

    // The end of the year 9999.
    private const long LastSecond = 253402300799;

    private static ReadOnlySpan<byte> Mark => "XTINDEX\n"u8;

    public static bool IsMarked(ReadOnlySpan<byte> header) => header.StartsWith(Mark);

    public byte[] Write()
    {
        var header = new byte[Size];
        Mark.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), Sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), FileLength);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24), Facts.People);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(32), Facts.Repeated);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(40), Facts.Ambiguous);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(48), Facts.BuiltAt.ToUnixTimeSeconds());
        Encoding.UTF8.GetBytes(Facts.Engine.AsSpan(0, Math.Min(60, Facts.Engine.Length)), header.AsSpan(EngineAt));
        for (var i = 0; i < Sections.Count; i++) Sections[i].Write(header.AsSpan(SectionsAt + i * IndexSection.Size));
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(ChecksumAt), XxHash3.HashToUInt64(header.AsSpan(0, ChecksumAt)));
        return header;
    }

    /// <summary>Reads a header.</summary>
    /// <param name="header">The first <see cref="Size"/> bytes of the file.</param>
    /// <param name="length">The length of the file.</param>
    /// <param name="read">The header, when there is no refusal.</param>
    public static IndexRefusal? TryRead(ReadOnlySpan<byte> header, long length, out IndexHeader? read)
    {
        read = null;
        if (!IsMarked(header)) return IndexRefusal.NotAnIndex;
        if (header.Length < Size) return IndexRefusal.Truncated;
        var version = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (version > Version) return IndexRefusal.Newer;
        if (BinaryPrimitives.ReadUInt64LittleEndian(header[ChecksumAt..]) != XxHash3.HashToUInt64(header[..ChecksumAt]))
            return IndexRefusal.Altered;
        if (version < Version) return IndexRefusal.Older;

        var fileLength = BinaryPrimitives.ReadInt64LittleEndian(header[16..]);
        if (length != fileLength) return length < fileLength ? IndexRefusal.Truncated : IndexRefusal.Altered;

        var count = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        var seconds = BinaryPrimitives.ReadInt64LittleEndian(header[48..]);
        if (count is < 0 or > MostSections || seconds is < 0 or > LastSecond) return IndexRefusal.Altered;
        var sections = new IndexSection[count];
        for (var i = 0; i < sections.Length; i++)
            sections[i] = IndexSection.Read(header[(SectionsAt + i * IndexSection.Size)..]);
        read = new IndexHeader(
            new PopulationFacts(
                BinaryPrimitives.ReadInt64LittleEndian(header[24..]), BinaryPrimitives.ReadInt64LittleEndian(header[32..]),
                BinaryPrimitives.ReadInt64LittleEndian(header[40..]))
            {
                BuiltAt = DateTimeOffset.FromUnixTimeSeconds(seconds),
                Engine = Encoding.UTF8.GetString(header.Slice(EngineAt, 64)).TrimEnd('\0'),
            },
            sections, fileLength);
        return null;
    }
}
