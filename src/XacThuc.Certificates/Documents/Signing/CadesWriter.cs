using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Keys;

namespace XacThuc.Certificates.Documents.Signing;

/// <summary>Writes a detached CAdES-BES signature (ETSI EN 319 122-1, 5 and 6.3; RFC 5652).</summary>
internal static class CadesWriter
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>Signs; throws <see cref="CryptographicException"/> where the key is not that of the certificate.</summary>
    public static byte[] Sign(byte[] document, SigningKey key, AsymmetricAlgorithm secret, DateTimeOffset at)
    {
        var cms = new SignedCms(new ContentInfo(document), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate, secret)
        {
            SignaturePadding = secret is RSA ? key.RsaPadding : null,
            DigestAlgorithm = new Oid(Sha256),

            // The path is the one we know; the platform would go and look for it, on the network too.
            IncludeOption = X509IncludeOption.None,
        };
        signer.Certificates.Add(key.Certificate);
        foreach (var issuer in key.Issuers) signer.Certificates.Add(issuer);

        // Content-type and message-digest are the platform's own doing.
        signer.SignedAttributes.Add(new Pkcs9SigningTime(at.UtcDateTime));
        signer.SignedAttributes.Add(SigningCertificateV2.Of(key.Certificate));
        cms.ComputeSignature(signer, silent: true);
        cms.CheckSignature(verifySignatureOnly: true);
        return cms.Encode();
    }
}
