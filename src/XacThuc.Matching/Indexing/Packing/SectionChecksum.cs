using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace XacThuc.Matching.Indexing.Packing;

/// <summary>
/// The checksum of a section: XXH3 (64 bits) of each MiB, and XXH3 of those, so that all cores can reckon it.
/// </summary>
internal static unsafe class SectionChecksum
{
    private const long Part = 1 << 20;

    /// <summary>Copies a section and checks it on the way.</summary>
    public static bool TryCopy(byte* section, byte* to, long length, ulong checksum, CancellationToken stop)
    {
        var parts = new ulong[(length + Part - 1) / Part];
        EveryCore.Run(parts.Length, part =>
        {
            var start = part * Part;
            var size = (int)Math.Min(Part, length - start);
            new ReadOnlySpan<byte>(section + start, size).CopyTo(new Span<byte>(to + start, size));
            parts[part] = XxHash3.HashToUInt64(new ReadOnlySpan<byte>(to + start, size));
        }, stop);
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes<ulong>(parts)) == checksum;
    }

    public static ulong Of(byte* section, long length, CancellationToken stop = default)
    {
        var parts = new ulong[(length + Part - 1) / Part];
        EveryCore.Run(parts.Length, part =>
        {
            var start = part * Part;
            parts[part] = XxHash3.HashToUInt64(new ReadOnlySpan<byte>(section + start, (int)Math.Min(Part, length - start)));
        }, stop);
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes<ulong>(parts));
    }
}
