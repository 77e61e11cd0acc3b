using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace XacThuc.Exchange.Signing;

/// <summary>
/// A key of the border, ES256 (RFC 7518, 3.4): signs where it is one's own, checks always. Its instances of the platform's
/// key are lent to one thread at a time, since the platform does not promise more.
/// </summary>
internal sealed class BorderKey
{
    /// <summary>Characters of an ES256 signature in base64url.</summary>
    public const int SignatureLength = 86;

    private const int SignatureBytes = 64;
    private readonly ECParameters _parameters;
    private readonly ConcurrentBag<ECDsa> _free = [];

    public BorderKey(ECParameters parameters)
    {
        _parameters = parameters;
        Id = ThumbprintOf(parameters);
        Header = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes($$"""{"alg":"ES256","b64":false,"crit":["b64"],"kid":"{{Id}}"}"""));
    }

    /// <summary>The key's name: its thumbprint (RFC 7638).</summary>
    public string Id { get; }

    /// <summary>The protected header of signatures by this key, encoded.</summary>
    public string Header { get; }

    /// <summary>Signs text and body; gives the detached JWS.</summary>
    public string Sign(ReadOnlySpan<byte> text, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[32];
        SigningInput.Hash(Header, text, body, hash);
        Span<byte> signature = stackalloc byte[SignatureBytes];
        var key = Lend();
        key.TrySignHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation, out _);
        _free.Add(key);
        return string.Concat(Header, "..", Base64Url.EncodeToString(signature));
    }

    /// <summary>Whether the signature, under this protected header, is this key's over text and body.</summary>
    public bool Fits(ReadOnlySpan<char> header, ReadOnlySpan<char> signature, ReadOnlySpan<byte> text, ReadOnlySpan<byte> body)
    {
        Span<byte> bytes = stackalloc byte[SignatureBytes];
        if (signature.Length != SignatureLength || !TryDecode(signature, bytes)) return false;

        Span<byte> hash = stackalloc byte[32];
        SigningInput.Hash(header, text, body, hash);
        var key = Lend();
        var fits = key.VerifyHash(hash, bytes, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        _free.Add(key);
        return fits;
    }

    // The last letter has four bits that say nothing; only one way to write them passes.
    private static bool TryDecode(ReadOnlySpan<char> signature, Span<byte> bytes)
    {
        if (!Base64Url.IsValid(signature)) return false;
        if (!Base64Url.TryDecodeFromChars(signature, bytes, out var count) || count != SignatureBytes) return false;
        Span<char> again = stackalloc char[SignatureLength];
        return Base64Url.TryEncodeToChars(bytes, again, out _) && signature.SequenceEqual(again);
    }

    private static string ThumbprintOf(ECParameters key)
    {
        var (x, y) = (Base64Url.EncodeToString(key.Q.X), Base64Url.EncodeToString(key.Q.Y));
        var members = Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""");
        return Base64Url.EncodeToString(SHA256.HashData(members));
    }

    private ECDsa Lend() => _free.TryTake(out var key) ? key : ECDsa.Create(_parameters);
}
