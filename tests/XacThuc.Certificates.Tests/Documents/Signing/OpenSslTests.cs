using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Tests.Documents.Given;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Signing;

public sealed class OpenSslTests : IDisposable
{
    private readonly GivenFolder _folder = new();
    private readonly GivenAuthority _root = new();

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    [InlineData("pss")]
    public void OpenSsl_verifies_what_we_sign_and_sees_what_was_altered(string kind)
    {
        var below = _root.Below("Test issuer");
        using var chairman = below.Issue("Hứa Đức Khánh", KeyOf(kind));

        var signature = GivenSignature.Of(
            chairman, issuers: [below.Certificate, _root.Certificate], padding: kind == "pss" ? RSASignaturePadding.Pss : null);

        Assert.True(OpenSsl.Verifies(_folder, _root, signature, GivenSignature.Document));
        Assert.False(OpenSsl.Verifies(_folder, _root, signature, [.. GivenSignature.Document, 1]));
        Assert.False(OpenSsl.Verifies(_folder, new GivenAuthority(), signature, GivenSignature.Document));
    }

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    [InlineData("rsa", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:digest")]
    [InlineData("rsa", "-md", "sha512")]
    public void What_openssl_signs_is_right(string kind, params string[] options)
    {
        // OpenSSL writes the time of its own clock.
        var now = TimeProvider.System.GetUtcNow();
        using var chairman = _root.Issue("Hứa Đức Khánh", KeyOf(kind), new Wanted { From = now.AddDays(-1), Until = now.AddDays(1) });

        var signature = Sign(chairman, "-cades", options);

        var right = Assert.IsType<SignatureCheck.Right>(GivenSignature.Check(_root, signature, at: now.AddMinutes(1)));
        Assert.Equal("Hứa Đức Khánh", right.Signer.Holder.CommonName);
        Assert.InRange(right.Signer.SignedAt, now.AddMinutes(-1), now.AddMinutes(10));
    }

    [Fact]
    public void What_openssl_signs_in_other_ways_is_told_by_its_flaw()
    {
        using var chairman = _root.Issue("Chủ tịch", KeyOf("rsa"));

        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(_root, Sign(chairman, "-nosmimecap")));
        Assert.IsType<SignatureCheck.AlgorithmNotAllowed>(GivenSignature.Check(_root, Sign(chairman, "-cades", "-md", "sha1")));
        Assert.IsType<SignatureCheck.AlgorithmNotAllowed>(
            GivenSignature.Check(_root, Sign(chairman, "-cades", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:max")));
        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(_root, Sign(chairman, "-cades", "-nodetach")));
        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(_root, Sign(chairman, "-cades", "-nocerts")));
    }

    public void Dispose() => _folder.Dispose();

    private static AsymmetricAlgorithm KeyOf(string kind) => kind == "ecdsa" ? GivenAuthority.NewEcdsa() : RSA.Create(2048);

    private byte[] Sign(X509Certificate2 certificate, string form, params string[] options)
    {
        using var key = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey()!;
        var signature = Path.Combine(_folder.Path, "signature.p7s");
        var code = OpenSsl.Run([
            "cms", "-sign", "-binary", form, "-outform", "DER", "-in", _folder.Add("document", GivenSignature.Document),
            "-signer", _folder.Add("signer.pem", certificate),
            "-inkey", _folder.Add("key.pem", Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem())), "-out", signature, .. options]);
        Assert.Equal(0, code);
        return File.ReadAllBytes(signature);
    }
}
