using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Keys;

namespace XacThuc.Certificates.Documents;

/// <summary>What a certificate must be for its signature under a document to count; the same for signing and for checking.</summary>
internal static class SigningRules
{
    private const int LeastRsaBits = 2048;
    private const int LeastEcBits = 256;

    // What the purposes of an extended key usage may be, where there is one: RFC 9336 and what is issued in its place.
    private static readonly string[] Purposes =
    [
        "1.3.6.1.5.5.7.3.36", // document signing, RFC 9336
        "1.3.6.1.4.1.311.10.3.12", // document signing, Microsoft
        "1.3.6.1.5.5.7.3.4", // e-mail protection, RFC 5280
        "2.5.29.37.0", // any, RFC 5280
    ];

    /// <summary>Why this certificate is not to sign at this time; none where it may.</summary>
    public static KeyRefusal? RefusalOf(X509Certificate2 certificate, DateTimeOffset at)
    {
        if (!HasStrongKey(certificate) || !IsOfKindWeSignWith(certificate)) return KeyRefusal.KeyNotAllowed;
        if (!IsForSigning(certificate)) return KeyRefusal.NotForSigning;
        if (at < ValidFrom(certificate)) return KeyRefusal.NotYetValid;
        return at > ValidUntil(certificate) ? KeyRefusal.Expired : null;
    }

    /// <summary>The first second of validity.</summary>
    public static DateTimeOffset ValidFrom(X509Certificate2 certificate) => new(certificate.NotBefore.ToUniversalTime());

    /// <summary>The last second of validity.</summary>
    public static DateTimeOffset ValidUntil(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());

    /// <summary>RSA of 2048 bits or more, or elliptic curve of 256 or more; a key that cannot be read is neither.</summary>
    public static bool HasStrongKey(X509Certificate2 certificate)
    {
        try
        {
            using var rsa = certificate.GetRSAPublicKey();
            if (rsa is not null) return rsa.KeySize >= LeastRsaBits;
            using var ecdsa = certificate.GetECDsaPublicKey();
            return ecdsa is not null && ecdsa.KeySize >= LeastEcBits;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>
    /// Digital signature or non-repudiation (RFC 5280, 4.2.1.3), and no purpose that leaves documents out (4.2.1.12). A
    /// certificate that says nothing of usage is not taken for one.
    /// </summary>
    public static bool IsForSigning(X509Certificate2 certificate)
    {
        const X509KeyUsageFlags signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        if (usage is null || (usage.KeyUsages & signing) == X509KeyUsageFlags.None) return false;

        var purposes = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault();
        return purposes is null
            || purposes.EnhancedKeyUsages.Cast<Oid>().Any(oid => Purposes.Contains(oid.Value, StringComparer.Ordinal));
    }

    // SHA-256 goes with RSA and with the curve of its own length.
    private static bool IsOfKindWeSignWith(X509Certificate2 certificate)
    {
        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa is null || ecdsa.KeySize == LeastEcBits;
    }
}
