using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace XacThuc.Certificates.PersonalQr;

/// <summary>The name of a key of P-256: SHA-256 of its public half as JSON, in Base64url (RFC 7638).</summary>
public static class KeyThumbprint
{
    /// <summary>Of a key.</summary>
    public static string Of(ECParameters key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(
        $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(key.Q.X)}}","y":"{{Base64Url.EncodeToString(key.Q.Y)}}"}""")));
}
