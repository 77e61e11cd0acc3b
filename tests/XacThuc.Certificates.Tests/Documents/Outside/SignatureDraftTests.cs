using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Outside;
using XacThuc.Certificates.Tests.Documents.Given;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Outside;

/// <summary>A signature whose key is at a service: drawn up here, its value made there, finished here.</summary>
public sealed class SignatureDraftTests : IDisposable
{
    private readonly GivenFolder _folder = new();
    private readonly GivenAuthority _root = new();

    [Theory]
    [InlineData("rsa")]
    [InlineData("pss")]
    [InlineData("ecdsa")]
    [InlineData("ecdsa sequence")]
    public void A_value_made_elsewhere_gives_a_signature_that_we_and_openssl_believe(string kind)
    {
        var below = _root.Below("Test issuer");
        using var chairman = below.Issue("Hứa Đức Khánh", NewKey(kind));
        X509Certificate2[] path = [Public(chairman), _root.Certificate, below.Certificate];

        var value = Sign(chairman, kind, Draw(path, kind).Hash);
        var isFinished = Draw(path, kind).TryFinish(value, out var signature);

        Assert.True(isFinished);
        var right = Assert.IsType<SignatureCheck.Right>(GivenSignature.Check(_root, signature!));
        Assert.Equal(("Hứa Đức Khánh", Times.Noon), (right.Signer.Holder.CommonName, right.Signer.SignedAt));
        Assert.True(OpenSsl.Verifies(_folder, _root, signature!, GivenSignature.Document));
        Assert.False(OpenSsl.Verifies(_folder, _root, signature!, [.. GivenSignature.Document, 1]));
    }

    [Theory]
    [InlineData("rsa")]
    [InlineData("pss")]
    [InlineData("ecdsa")]
    [InlineData("ecdsa sequence")]
    public void A_value_of_another_key_or_hash_or_none_at_all_finishes_nothing(string kind)
    {
        using var chairman = _root.Issue("Chủ tịch", NewKey(kind));
        using var other = _root.Issue("Chủ tịch", NewKey(kind));
        var draft = Draw([Public(chairman)], kind);
        var right = Sign(chairman, kind, draft.Hash);

        Assert.False(draft.TryFinish(Sign(other, kind, draft.Hash), out _));
        Assert.False(draft.TryFinish(Sign(chairman, kind, SHA256.HashData("khác"u8)), out _));
        Assert.All((byte[][])[[], [0x30], [0x30, 0x00], new byte[64], [.. right, 0], right[..^1], RandomNumberGenerator.GetBytes(256)],
            value => Assert.False(draft.TryFinish(value, out _)));
        Assert.True(draft.TryFinish(right, out _));
    }

    [Fact]
    public void A_certificate_that_may_not_sign_is_refused_before_anybody_is_asked()
    {
        using var old = _root.Issue("Chủ tịch", NewKey("ecdsa"), new Wanted { Until = Times.Noon.AddDays(-1) });
        using var cipher = _root.Issue("Chủ tịch", NewKey("ecdsa"), new Wanted { Usage = X509KeyUsageFlags.KeyEncipherment });
        using var weak = _root.Issue("Chủ tịch", RSA.Create(1024));

        Assert.Equal(KeyRefusal.Expired, RefusalOf(old));
        Assert.Equal(KeyRefusal.NotForSigning, RefusalOf(cipher));
        Assert.Equal(KeyRefusal.KeyNotAllowed, RefusalOf(weak));
    }

    [Fact]
    public void A_signer_is_judged_before_signing_as_the_signature_would_be()
    {
        using var right = _root.Issue("Chủ tịch", NewKey("ecdsa"));
        using var old = _root.Issue("Chủ tịch", NewKey("ecdsa"), new Wanted { Until = Times.Noon.AddDays(-1) });
        using var stranger = new GivenAuthority().Issue("Chủ tịch", NewKey("ecdsa"));

        Assert.IsType<SignatureCheck.Right>(Judge(right));
        Assert.IsType<SignatureCheck.Expired>(Judge(old));
        Assert.IsType<SignatureCheck.UntrustedIssuer>(Judge(stranger));
    }

    public void Dispose() => _folder.Dispose();

    private SignatureCheck Judge(X509Certificate2 certificate) =>
        new SignatureChecker(new TrustAnchors([_root.Certificate]), RevocationLists.None).CheckSigner([Public(certificate)], Times.Noon);

    private static KeyRefusal RefusalOf(X509Certificate2 certificate)
    {
        Assert.False(SignatureDraft.TryDraw(GivenSignature.Document, [Public(certificate)], Times.Noon, isPss: false, out _, out var refusal));
        return refusal;
    }

    private static SignatureDraft Draw(X509Certificate2[] path, string kind)
    {
        Assert.True(SignatureDraft.TryDraw(GivenSignature.Document, path, Times.Noon, kind == "pss", out var draft, out _));
        return draft;
    }

    // As a service gives it: without the key.
    private static X509Certificate2 Public(X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawData);

    private static AsymmetricAlgorithm NewKey(string kind) => kind is "rsa" or "pss" ? RSA.Create(2048) : GivenAuthority.NewEcdsa();

    private static byte[] Sign(X509Certificate2 certificate, string kind, byte[] hash)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        if (rsa is not null) return rsa.SignHash(hash, HashAlgorithmName.SHA256, kind == "pss" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        using var ecdsa = certificate.GetECDsaPrivateKey()!;
        return ecdsa.SignHash(hash, kind == "ecdsa" ? DSASignatureFormat.IeeeP1363FixedFieldConcatenation : DSASignatureFormat.Rfc3279DerSequence);
    }
}
