using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Signing;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>A signature as it was read; nothing of it is believed yet.</summary>
internal sealed record CadesSignature(
    SignerInfo Info, AsnReader Algorithm, X509Certificate2 Certificate, X509Certificate2Collection Embedded);

/// <summary>Reads detached CAdES signatures (ETSI EN 319 122-1; RFC 5652) from bytes that anybody may have made.</summary>
internal static class CadesReader
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningTime = "1.2.840.113549.1.9.5";

    // A path of certificates takes some kilobytes.
    private const int MostBytes = 1 << 20;

    /// <summary>One signer's signature beside the document, with the signer's certificate; none where the bytes are no such thing.</summary>
    public static CadesSignature? Read(byte[] document, byte[] signature)
    {
        if (signature.Length is 0 or > MostBytes) return null;
        try
        {
            var parts = SignedDataParts.Read(signature);
            if (parts.HasContent) return null;
            var cms = new SignedCms(new ContentInfo(document), detached: true);
            cms.Decode(signature);
            if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0].Certificate is not { } certificate) return null;
            return new CadesSignature(cms.SignerInfos[0], parts.Algorithm, certificate, cms.Certificates);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>
    /// What the signed attributes say: when it was signed, and by which certificate. False where one of the four that must
    /// be there (6.3, level B-B) is missing, there twice or unreadable.
    /// </summary>
    public static bool TryReadAttributes(SignerInfo info, out DateTimeOffset signedAt, [NotNullWhen(true)] out byte[]? signingCertificate)
    {
        signedAt = default;
        signingCertificate = null;
        try
        {
            if (Find(info, ContentType) is not Pkcs9ContentType { ContentType.Value: Data }
                || Find(info, MessageDigest) is null || Find(info, SigningTime) is not Pkcs9SigningTime time
                || Find(info, SigningCertificateV2.Oid) is not { } certificate)
                return false;

            signedAt = new DateTimeOffset(time.SigningTime.ToUniversalTime());
            signingCertificate = certificate.RawData;
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static AsnEncodedData? Find(SignerInfo info, string oid)
    {
        var found = info.SignedAttributes.Cast<CryptographicAttributeObject>()
            .Where(attribute => string.Equals(attribute.Oid.Value, oid, StringComparison.Ordinal)).ToList();
        return found is [{ Values.Count: 1 }] ? found[0].Values[0] : null;
    }
}
