using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Codes.Trust;

/// <summary>A signer's certificate as lists and vectors write it: base64 of DER, with the lines of PEM around it or without.</summary>
public static class WrittenSigner
{
    /// <summary>Reads it; none where it is something else.</summary>
    public static X509Certificate2? Find(string written)
    {
        try
        {
            return Bytes(written) is { } der ? X509CertificateLoader.LoadCertificate(der) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The bytes of base64; none where it is something else.</summary>
    internal static byte[]? Bytes(string written)
    {
        var bare = written.Replace("-----BEGIN CERTIFICATE-----", "", StringComparison.Ordinal).Replace("-----END CERTIFICATE-----", "", StringComparison.Ordinal);
        var bytes = new byte[bare.Length];
        return Convert.TryFromBase64String(bare, bytes, out var length) ? bytes[..length] : null;
    }
}
