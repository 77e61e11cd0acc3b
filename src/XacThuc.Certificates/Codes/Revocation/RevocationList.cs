using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Certificates.Codes.Revocation;

/// <summary>
/// Certificates that were taken back, small enough for a phone: hashes in 65,536 slices by their first 16 bits, of each its next 22 bits, so that a
/// million take 2.8 MB. One that is on it is always found; one of some 275,000 that are not is said to be, and is then to be asked about.
/// </summary>
public sealed class RevocationList
{
    private const int Slices = 1 << 16;
    private const int Bits = 22;
    private const int MostInASlice = byte.MaxValue;
    private const int HeaderLength = 20;

    private readonly byte[] _file;
    private readonly int[] _starts;

    private RevocationList(byte[] file, int[] starts, DateTimeOffset madeAt) => (_file, _starts, MadeAt) = (file, starts, madeAt);

    /// <summary>None.</summary>
    public static RevocationList Empty { get; } = Make([], DateTimeOffset.UnixEpoch);

    /// <summary>As of when, to the second.</summary>
    public DateTimeOffset MadeAt { get; }

    /// <summary>How many.</summary>
    public int Count => _starts[^1];

    /// <summary>As it is kept and sent.</summary>
    public ReadOnlyMemory<byte> File => _file;

    private static ReadOnlySpan<byte> Magic => "XTREVOK1"u8;

    /// <summary>Makes one of hashes (<see cref="RevocationHash"/>), in any order; those that are there twice once.</summary>
    /// <exception cref="ArgumentException">A hash is too short, or they are no hashes: too many begin alike.</exception>
    public static RevocationList Make(IEnumerable<byte[]> hashes, DateTimeOffset madeAt)
    {
        var entries = hashes.Select(EntryOf).ToArray();
        Array.Sort(entries);
        var distinct = Distinct(entries);
        var file = new byte[HeaderLength + Slices + ((distinct * Bits + 7) / 8)];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(8), madeAt.ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), distinct);
        for (var i = 0; i < distinct; i++)
        {
            ref var inSlice = ref file[HeaderLength + (int)(entries[i] >> Bits)];
            if (inSlice == MostInASlice) throw new ArgumentException("Too many begin alike to be hashes, or they are more than ten million.", nameof(hashes));
            inSlice++;
            Write(file, i, (uint)(entries[i] & ((1 << Bits) - 1)));
        }

        return new RevocationList(file, StartsOf(file), DateTimeOffset.FromUnixTimeSeconds(madeAt.ToUnixTimeSeconds()));
    }

    /// <summary>Reads one as it was made; not where it is damaged or something else.</summary>
    public static bool TryRead(byte[] file, [NotNullWhen(true)] out RevocationList? list)
    {
        list = null;
        if (file.Length < HeaderLength + Slices || !file.AsSpan().StartsWith(Magic)) return false;
        var (seconds, count) = (BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(8)), BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(16)));
        var starts = StartsOf(file);
        if (count < 0 || starts[^1] != count || file.Length != HeaderLength + Slices + (((long)count * Bits + 7) / 8) || seconds is < 0 or > 253_402_300_799) return false;
        list = new RevocationList(file, starts, DateTimeOffset.FromUnixTimeSeconds(seconds));
        return true;
    }

    /// <summary>Whether a hash is on it.</summary>
    public bool Contains(ReadOnlySpan<byte> hash)
    {
        var entry = EntryOf(hash);
        var (slice, rest) = ((int)(entry >> Bits), (uint)(entry & ((1 << Bits) - 1)));
        for (var nth = _starts[slice]; nth < _starts[slice + 1]; nth++)
            if (Read(_file, nth) == rest) return true;
        return false;
    }

    private static ulong EntryOf(byte[] hash) => EntryOf(hash.AsSpan());

    private static ulong EntryOf(ReadOnlySpan<byte> hash) => hash.Length >= 8
        ? BinaryPrimitives.ReadUInt64BigEndian(hash) >> (64 - 16 - Bits)
        : throw new ArgumentException("A hash has eight bytes at least.", nameof(hash));

    private static int Distinct(ulong[] sorted)
    {
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        return kept;
    }

    private static int[] StartsOf(byte[] file)
    {
        var starts = new int[Slices + 1];
        for (var slice = 0; slice < Slices; slice++) starts[slice + 1] = starts[slice] + file[HeaderLength + slice];
        return starts;
    }

    // Twenty-two bits stand in four bytes at most, the lowest first.
    private static void Write(byte[] file, int nth, uint rest)
    {
        var bit = (long)nth * Bits;
        var (at, value) = (HeaderLength + Slices + (int)(bit / 8), (ulong)rest << (int)(bit % 8));
        for (; value != 0; value >>= 8, at++) file[at] |= (byte)value;
    }

    private static uint Read(byte[] file, int nth)
    {
        var bit = (long)nth * Bits;
        var at = HeaderLength + Slices + (int)(bit / 8);
        var value = 0u;
        for (var i = 0; i < 4 && at + i < file.Length; i++) value |= (uint)file[at + i] << (8 * i);
        return (value >> (int)(bit % 8)) & ((1 << Bits) - 1);
    }
}
