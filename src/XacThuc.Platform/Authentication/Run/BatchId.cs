using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using XacThuc.Exchange.Messages;

namespace XacThuc.Platform.Authentication.Run;

/// <summary>
/// The id of a batch's message: the same batch of the same run has the same id, so that after a crash the answer that is
/// kept already comes again; when a record of it has changed meanwhile, it is another batch.
/// </summary>
internal static class BatchId
{
    /// <summary>The id.</summary>
    public static Guid Of(long run, IEnumerable<WrittenRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, run);
        hash.AppendData(number);
        foreach (var row in rows)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(row.Ref));
            BinaryPrimitives.WriteInt64BigEndian(number, row.Version);
            hash.AppendData(number);
        }

        // RFC 9562, version 8: made by the application's own rule.
        var bytes = hash.GetHashAndReset().AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
