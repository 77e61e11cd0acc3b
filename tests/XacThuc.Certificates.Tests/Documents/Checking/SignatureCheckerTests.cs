using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Documents.Signing;
using XacThuc.Certificates.Tests.Documents.Given;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Checking;

public sealed class SignatureCheckerTests
{
    private readonly GivenAuthority _root = new();

    [Fact]
    public void A_signature_of_a_trusted_certificate_is_right_and_says_who_and_when()
    {
        using var chairman = _root.Issue("Hứa Đức Khánh", GivenAuthority.NewEcdsa());

        var check = GivenSignature.Check(_root, GivenSignature.Of(chairman));

        var right = Assert.IsType<SignatureCheck.Right>(check);
        Assert.Equal("Hứa Đức Khánh", right.Signer.Holder.CommonName);
        Assert.Equal("UBND xã Hòa Cư", right.Signer.Holder.Organisation);
        Assert.Equal("Test root", right.Signer.Holder.Issuer);
        Assert.Equal("0101", right.Signer.Holder.Serial);
        Assert.Equal(Times.Noon, right.Signer.SignedAt);
        Assert.Equal(RevocationKnowledge.NoList, right.Revocation);
    }

    [Fact]
    public void A_path_over_an_intermediate_is_found_in_the_signature()
    {
        var below = _root.Below("Test issuer");
        using var chairman = below.Issue("Chủ tịch", GivenAuthority.NewEcdsa());

        var embedded = GivenSignature.Check(_root, GivenSignature.Of(chairman, issuers: [below.Certificate, _root.Certificate]));
        var bare = GivenSignature.Check(_root, GivenSignature.Of(chairman));

        Assert.IsType<SignatureCheck.Right>(embedded);
        Assert.IsType<SignatureCheck.UntrustedIssuer>(bare);
    }

    [Fact]
    public void Pss_is_right_too()
    {
        using var chairman = _root.Issue("Chủ tịch", RSA.Create(2048));

        Assert.IsType<SignatureCheck.Right>(GivenSignature.Check(_root, GivenSignature.Of(chairman, padding: RSASignaturePadding.Pss)));
        Assert.IsType<SignatureCheck.Right>(GivenSignature.Check(_root, GivenSignature.Of(chairman)));
    }

    [Fact]
    public void A_root_of_the_same_name_is_not_the_one_that_is_trusted()
    {
        using var chairman = new GivenAuthority().Issue("Chủ tịch", GivenAuthority.NewEcdsa());

        var check = GivenSignature.Check(_root, GivenSignature.Of(chairman));

        Assert.Equal("Test root", Assert.IsType<SignatureCheck.UntrustedIssuer>(check).Issuer);
    }

    [Fact]
    public void A_certificate_that_had_expired_when_it_signed_is_told_apart_from_one_that_expired_since()
    {
        using var chairman = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa(), new Wanted { Until = Times.Noon.AddDays(10) });

        var late = GivenSignature.Check(_root, GivenSignature.Of(chairman, Times.Noon.AddDays(11)), at: Times.Noon.AddDays(12));
        var since = GivenSignature.Check(_root, GivenSignature.Of(chairman), at: Times.Noon.AddDays(12));

        Assert.Equal(Times.Noon.AddDays(10), Assert.IsType<SignatureCheck.Expired>(late).Since);
        Assert.IsType<SignatureCheck.Right>(since);
    }

    [Fact]
    public void A_certificate_signs_only_from_its_first_day_on()
    {
        using var chairman = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa(), new Wanted { From = Times.Noon.AddDays(1) });

        var check = GivenSignature.Check(_root, GivenSignature.Of(chairman), at: Times.Noon.AddDays(2));

        Assert.Equal(Times.Noon.AddDays(1), Assert.IsType<SignatureCheck.NotYetValid>(check).From);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void A_signing_time_may_be_ahead_by_as_much_as_clocks_differ(int minutes, bool isRight)
    {
        using var chairman = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa());

        var check = GivenSignature.Check(_root, GivenSignature.Of(chairman, Times.Noon.AddMinutes(minutes)), at: Times.Noon);

        Assert.Equal(isRight, check is SignatureCheck.Right);
        Assert.Equal(!isRight, check is SignatureCheck.SigningTimeInTheFuture);
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.DigitalSignature, null, true)]
    [InlineData(X509KeyUsageFlags.NonRepudiation, null, true)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, null, false)]
    [InlineData(null, null, false)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.36", true)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.4", true)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.1", false)]
    public void Only_a_certificate_for_signing_documents_counts(X509KeyUsageFlags? usage, string? purpose, bool isRight)
    {
        using var chairman = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa(), new Wanted { Usage = usage, Purpose = purpose });

        var check = GivenSignature.Check(_root, GivenSignature.Of(chairman));

        Assert.Equal(isRight, check is SignatureCheck.Right);
        Assert.Equal(!isRight, check is SignatureCheck.WrongKeyUsage);
    }

    [Fact]
    public void Weak_keys_and_digests_are_not_believed()
    {
        var root = new GivenAuthority(RSA.Create(2048));
        var old = root.Below("Old issuer", isBySha1: true);
        using var small = root.Issue("Chủ tịch", RSA.Create(1024));
        using var good = root.Issue("Chủ tịch", RSA.Create(2048));
        using var below = old.Issue("Chủ tịch", GivenAuthority.NewEcdsa());

        Assert.IsType<SignatureCheck.AlgorithmNotAllowed>(GivenSignature.Check(root, GivenSignature.Of(small)));
        Assert.IsType<SignatureCheck.AlgorithmNotAllowed>(GivenSignature.Check(root, Plain(good, "1.3.14.3.2.26")));
        Assert.IsType<SignatureCheck.AlgorithmNotAllowed>(
            GivenSignature.Check(root, GivenSignature.Of(below, issuers: [old.Certificate])));
    }

    [Fact]
    public void A_signed_message_that_is_no_cades_is_no_signature()
    {
        using var chairman = _root.Issue("Chủ tịch", RSA.Create(2048));

        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(_root, Plain(chairman, "2.16.840.1.101.3.4.2.1")));
        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(_root, chairman.RawData));
        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(_root, []));
        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(_root, [.. GivenSignature.Of(chairman), 0]));
    }

    [Fact]
    public void Content_within_the_signature_is_not_taken_for_the_document()
    {
        using var chairman = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa());
        var cms = new SignedCms(new ContentInfo("another document"u8.ToArray()), detached: false);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, chairman, chairman.GetECDsaPrivateKey());
        signer.SignedAttributes.Add(new Pkcs9SigningTime(Times.Noon.UtcDateTime));
        signer.SignedAttributes.Add(SigningCertificateV2.Of(chairman));
        cms.ComputeSignature(signer);

        Assert.IsType<SignatureCheck.NotASignature>(GivenSignature.Check(_root, cms.Encode()));
    }

    [Fact]
    public void Another_certificate_of_the_same_key_cannot_take_the_signers_place()
    {
        var key = GivenAuthority.NewEcdsa();
        using var chairman = _root.Issue("Chủ tịch", key);
        using var other = new GivenAuthority().Issue("Kẻ khác", key);
        var cms = new SignedCms(new ContentInfo(GivenSignature.Document), detached: true);
        cms.Decode(GivenSignature.Of(chairman));
        cms.RemoveCertificate(cms.Certificates[0]);
        cms.AddCertificate(other);

        // Both have the first serial number of an issuer of the same name: only the digest tells them apart.
        Assert.IsType<SignatureCheck.Altered>(GivenSignature.Check(_root, cms.Encode()));
    }

    // As old programs sign: nothing but the digest and the time.
    private static byte[] Plain(X509Certificate2 certificate, string digest)
    {
        var cms = new SignedCms(new ContentInfo(GivenSignature.Document), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, certificate.GetRSAPrivateKey())
        {
            DigestAlgorithm = new Oid(digest),
        };
        signer.SignedAttributes.Add(new Pkcs9SigningTime(Times.Noon.UtcDateTime));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }
}
