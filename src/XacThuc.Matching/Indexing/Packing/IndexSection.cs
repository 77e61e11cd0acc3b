using System.Buffers.Binary;
using System.Text;

namespace XacThuc.Matching.Indexing.Packing;

/// <summary>One section of a packed index: 48 bytes in the header.</summary>
/// <param name="Name">Up to 16 ASCII characters.</param>
/// <param name="Offset">Where it starts in the file; a multiple of 4096.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Checksum">See <see cref="SectionChecksum"/>.</param>
/// <param name="Detail">A number of its own, such as the bits of a road's directory.</param>
internal sealed record IndexSection(string Name, long Offset, long Length, ulong Checksum, long Detail)
{
    public const int Size = 48;

    public void Write(Span<byte> to)
    {
        Encoding.ASCII.GetBytes(Name, to);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], Offset);
        BinaryPrimitives.WriteInt64LittleEndian(to[24..], Length);
        BinaryPrimitives.WriteUInt64LittleEndian(to[32..], Checksum);
        BinaryPrimitives.WriteInt64LittleEndian(to[40..], Detail);
    }

    public static IndexSection Read(ReadOnlySpan<byte> from) => new(
        Encoding.ASCII.GetString(from[..16]).TrimEnd('\0'),
        BinaryPrimitives.ReadInt64LittleEndian(from[16..]), BinaryPrimitives.ReadInt64LittleEndian(from[24..]),
        BinaryPrimitives.ReadUInt64LittleEndian(from[32..]), BinaryPrimitives.ReadInt64LittleEndian(from[40..]));
}
