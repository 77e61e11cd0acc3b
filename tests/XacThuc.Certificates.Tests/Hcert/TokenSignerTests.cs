using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Tokens;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Hcert.Writing;
using XacThuc.Certificates.Tests.Documents.Given;
using Xunit;

namespace XacThuc.Certificates.Tests.Hcert;

/// <summary>Certificates whose key never leaves its token (PKCS#11, SoftHSM).</summary>
[Collection(GivenToken.OneAtATime)]
public sealed class TokenSignerTests
{
    private static readonly DateTimeOffset At = new(2021, 12, 20, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, HcertAlgorithm.Es256)]
    [InlineData(true, HcertAlgorithm.Ps256)]
    public void A_token_signs_and_everybody_checks_it_by_its_certificate(bool isRsa, int algorithm)
    {
        using var token = new GivenToken();
        using var own = Certificate(isRsa);
        token.Import(own, 1);
        Assert.True(TokenKeys.TryOpen(TokenAddress.ByLabel(GivenToken.Module!, "chairman"), GivenToken.Pin, [], out var key, out _));
        using var signer = new HcertSigner(key);

        var text = HcertWriter.Write(
            new Dcc(new DccName("Lý", "Văn Quân"), "1978-09-02", new DccEntry.Vaccination(new DccIssued("840539006", "VN", "Ban Co Yeu", "URN:UVCI:01:VN:0"), "1119305005", "EU/1/21/1529", "ORG-100001699", 2, 2, new DateOnly(2021, 9, 15))),
            "VN", At, At.AddMonths(12), signer);

        Assert.Equal(HcertFault.None, HcertMessage.TryRead(text, out var message));
        Assert.Equal(algorithm, message!.Algorithm);
        Assert.True(message.KeyId.Span.SequenceEqual(HcertSigner.KeyIdOf(own)));
        Assert.True(message.IsSignedBy(own));
    }

    private static X509Certificate2 Certificate(bool isRsa)
    {
        using var rsa = RSA.Create(2048);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = isRsa
            ? new CertificateRequest("CN=DSC, C=VN", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest("CN=DSC, C=VN", ecdsa, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        return request.CreateSelfSigned(At.AddDays(-1), At.AddYears(2));
    }

    private static class HcertAlgorithm
    {
        public const int Es256 = -7;
        public const int Ps256 = -37;
    }
}
