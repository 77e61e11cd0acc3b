using System.Security.Cryptography;
using System.Text;

namespace XacThuc.Exchange.Signing;

/// <summary>The bytes that a JWS signs (RFC 7515, 5.1, with the payload as it is: RFC 7797, 3), hashed.</summary>
internal static class SigningInput
{
    // Larger inputs are hashed where they lie, smaller ones copied: one call into the platform instead of four.
    private const int Small = 4096;

    public static void Hash(ReadOnlySpan<char> header, ReadOnlySpan<byte> text, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        var length = header.Length + 1 + text.Length + body.Length;
        if (length > Small)
        {
            HashParts(header, text, body, hash);
            return;
        }

        Span<byte> input = stackalloc byte[length];
        Encoding.ASCII.GetBytes(header, input);
        input[header.Length] = (byte)'.';
        text.CopyTo(input[(header.Length + 1)..]);
        body.CopyTo(input[(header.Length + 1 + text.Length)..]);
        SHA256.HashData(input, hash);
    }

    private static void HashParts(ReadOnlySpan<char> header, ReadOnlySpan<byte> text, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        using var parts = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        parts.AppendData(Encoding.ASCII.GetBytes([.. header, '.']));
        parts.AppendData(text);
        parts.AppendData(body);
        parts.GetHashAndReset(hash);
    }
}
