using System.Security.Cryptography;
using System.Text;
using XacThuc.Certificates.Hcert;

namespace XacThuc.Certificates.Codes.Revocation;

/// <summary>
/// How a certificate is named where it is taken back: by hashes that tell nothing of the person (EU DCC revocation, 128 bits of SHA-256): of its id, of
/// country and id, of its signature.
/// </summary>
public static class RevocationHash
{
    /// <summary>Bytes of each.</summary>
    public const int Length = 16;

    /// <summary>Of a certificate's id: <c>URN:UVCI:01:VN:…</c>.</summary>
    public static byte[] OfId(string id) => Of(Encoding.UTF8.GetBytes(id));

    /// <summary>Of a country and an id.</summary>
    public static byte[] OfCountryAndId(string country, string id) => Of(Encoding.UTF8.GetBytes(country + id));

    /// <summary>Of a signature: of ECDSA its first half, since the other can be turned round and stay good.</summary>
    public static byte[] OfSignature(ReadOnlySpan<byte> signature, bool isEcdsa) => Of(isEcdsa ? signature[..(signature.Length / 2)] : signature);

    /// <summary>All under which a certificate may be taken back.</summary>
    public static IReadOnlyList<byte[]> Of(HcertMessage message)
    {
        List<byte[]> hashes = [OfSignature(message.Signature.Span, message.Algorithm == HcertMessage.Es256)];
        foreach (var id in message.Claims.Ids())
        {
            hashes.Add(OfId(id));
            hashes.Add(OfCountryAndId(message.Claims.Issuer, id));
        }

        return hashes;
    }

    private static byte[] Of(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..Length];
}
