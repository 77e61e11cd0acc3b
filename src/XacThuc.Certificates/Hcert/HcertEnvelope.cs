using System.Buffers;
using System.IO.Compression;

namespace XacThuc.Certificates.Hcert;

/// <summary>The text of a QR code around a certificate: prefix, Base45, zlib (electronic health certificate specification 1.0.5, 4).</summary>
public static class HcertEnvelope
{
    /// <summary>What every such text begins with.</summary>
    public const string Prefix = "HC1:";

    /// <summary>No certificate is longer, packed or unpacked; a QR code holds 4,296 signs.</summary>
    public const int MostBytes = 1 << 16;

    /// <summary>Takes the prefix off.</summary>
    public static HcertFault Unprefix(ReadOnlySpan<char> text, out ReadOnlySpan<char> base45)
    {
        var has = text.StartsWith(Prefix, StringComparison.Ordinal);
        base45 = has ? text[Prefix.Length..] : default;
        return has ? HcertFault.None : HcertFault.NoPrefix;
    }

    /// <summary>Decompresses.</summary>
    public static HcertFault Inflate(byte[] compressed, out byte[] cose)
    {
        cose = [];
        if (compressed.Length > MostBytes) return HcertFault.TooLarge;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(MostBytes + 1, Math.Max(1024, compressed.Length * 4)));
        try
        {
            using var from = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
            var length = 0;
            while (from.Read(buffer, length, buffer.Length - length) is > 0 and var read)
            {
                length += read;
                if (length > MostBytes) return HcertFault.TooLarge;
                if (length == buffer.Length) buffer = Larger(buffer);
            }

            cose = buffer[..length];
            return length > 0 ? HcertFault.None : HcertFault.NotCompressed;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            // The second where it asks for a dictionary that nobody has.
            return HcertFault.NotCompressed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>From the text to the signed message.</summary>
    public static HcertFault Open(ReadOnlySpan<char> text, out byte[] cose)
    {
        cose = [];
        if (Unprefix(text, out var base45) is not HcertFault.None and var fault) return fault;
        return Base45.TryDecode(base45, out var compressed) ? Inflate(compressed, out cose) : HcertFault.NotBase45;
    }

    private static byte[] Larger(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(MostBytes + 1, buffer.Length * 2));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return larger;
    }
}
