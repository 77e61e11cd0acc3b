using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Signing;

namespace XacThuc.Certificates.Tests.Documents.Given;

/// <summary>A document and signatures under it, also such as <see cref="SigningKey.TrySign"/> refuses to make.</summary>
internal static class GivenSignature
{
    public static readonly byte[] Document = Encoding.UTF8.GetBytes("Kết quả tiêm chủng ngày 02/03/2026");

    public static byte[] Of(
        X509Certificate2 certificate, DateTimeOffset? at = null, X509Certificate2[]? issuers = null, RSASignaturePadding? padding = null)
    {
        var secret = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey()!;
        var key = new SigningKey(certificate, issuers ?? [], secret) { RsaPadding = padding ?? RSASignaturePadding.Pkcs1 };
        return CadesWriter.Sign(Document, key, secret, at ?? Times.Noon);
    }

    public static SignatureCheck Check(GivenAuthority root, byte[] signature, RevocationLists? lists = null, DateTimeOffset? at = null) =>
        new SignatureChecker(new TrustAnchors([root.Certificate]), lists ?? RevocationLists.None)
            .Check(Document, signature, at ?? Times.Noon.AddHours(1));
}
