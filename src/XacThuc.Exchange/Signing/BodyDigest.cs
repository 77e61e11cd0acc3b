using System.Buffers.Text;
using System.Security.Cryptography;

namespace XacThuc.Exchange.Signing;

/// <summary>SHA-256 of a body, as its header says it (RFC 9530).</summary>
internal static class BodyDigest
{
    private const string Start = "sha-256=:";

    public static byte[] Of(ReadOnlySpan<byte> body) => SHA256.HashData(body);

    public static string ToHeader(ReadOnlySpan<byte> digest) => $"{Start}{Convert.ToBase64String(digest)}:";

    /// <summary>Whether the header is exactly the digest of the body: no second way to write it passes.</summary>
    public static bool Fits(string header, ReadOnlySpan<byte> digest)
    {
        Span<byte> written = stackalloc byte[64];
        Base64.EncodeToUtf8(digest, written, out _, out var count);
        if (header.Length != Start.Length + count + 1 || header[^1] != ':') return false;
        if (!header.StartsWith(Start, StringComparison.Ordinal)) return false;
        for (var i = 0; i < count; i++)
        {
            if (header[Start.Length + i] != written[i]) return false;
        }

        return true;
    }
}
