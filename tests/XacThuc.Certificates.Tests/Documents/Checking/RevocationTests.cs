using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Tests.Documents.Given;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Checking;

public sealed class RevocationTests : IDisposable
{
    private readonly GivenFolder _folder = new();
    private readonly GivenAuthority _root = new();
    private readonly X509Certificate2 _chairman;

    public RevocationTests() => _chairman = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa());

    [Fact]
    public void A_revoked_certificate_is_not_believed_from_its_revocation_on()
    {
        var revokedAt = Times.Noon.AddDays(3);
        _folder.Add("root.crl", _root.List(Times.Noon.AddDays(30), (_chairman, revokedAt)));
        var signature = GivenSignature.Of(_chairman);

        var before = GivenSignature.Check(_root, signature, _folder.Lists(), revokedAt.AddSeconds(-1));
        var after = GivenSignature.Check(_root, signature, _folder.Lists(), revokedAt);

        Assert.Equal(RevocationKnowledge.NotRevoked, Assert.IsType<SignatureCheck.Right>(before).Revocation);
        Assert.Equal(revokedAt, Assert.IsType<SignatureCheck.Revoked>(after).At);
    }

    [Fact]
    public void A_list_in_pem_is_read_too()
    {
        var list = _root.List(Times.Noon.AddDays(30), (_chairman, Times.Noon));
        _folder.Add("root.pem", System.Text.Encoding.ASCII.GetBytes(
            System.Security.Cryptography.PemEncoding.WriteString("X509 CRL", list)));

        Assert.IsType<SignatureCheck.Revoked>(GivenSignature.Check(_root, GivenSignature.Of(_chairman), _folder.Lists()));
    }

    [Fact]
    public void An_issuer_that_was_revoked_takes_its_certificates_along()
    {
        var below = _root.Below("Test issuer");
        using var chairman = below.Issue("Chủ tịch", GivenAuthority.NewEcdsa());
        _folder.Add("root.crl", _root.List(Times.Noon.AddDays(30), (below.Certificate, Times.Noon)));

        var check = GivenSignature.Check(_root, GivenSignature.Of(chairman, issuers: [below.Certificate]), _folder.Lists());

        Assert.IsType<SignatureCheck.Revoked>(check);
    }

    [Fact]
    public void A_list_that_is_old_or_of_half_the_path_is_said_to_be()
    {
        var below = _root.Below("Test issuer");
        using var chairman = below.Issue("Chủ tịch", GivenAuthority.NewEcdsa());
        _folder.Add("root.crl", _root.List(Times.Noon.AddMinutes(1)));

        var old = GivenSignature.Check(_root, GivenSignature.Of(_chairman), _folder.Lists());
        var half = GivenSignature.Check(_root, GivenSignature.Of(chairman, issuers: [below.Certificate]), _folder.Lists());

        Assert.Equal(RevocationKnowledge.ListTooOld, Assert.IsType<SignatureCheck.Right>(old).Revocation);
        Assert.Equal(RevocationKnowledge.NoList, Assert.IsType<SignatureCheck.Right>(half).Revocation);
    }

    [Fact]
    public void A_list_that_another_signed_in_the_issuers_name_revokes_nobody()
    {
        _folder.Add("root.crl", new GivenAuthority().List(Times.Noon.AddDays(30), (_chairman, Times.Noon)));

        var check = GivenSignature.Check(_root, GivenSignature.Of(_chairman), _folder.Lists());

        Assert.Equal(RevocationKnowledge.NoList, Assert.IsType<SignatureCheck.Right>(check).Revocation);
    }

    [Fact]
    public void A_file_that_is_no_list_is_named()
    {
        _folder.Add("broken.crl", _root.List(Times.Noon.AddDays(30))[..40]);

        Assert.False(RevocationLists.TryOpen(_folder.Path, out _, out var refusal));
        Assert.Contains("broken.crl", refusal.En, StringComparison.Ordinal);
        Assert.Contains("broken.crl", refusal.Vi, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _chairman.Dispose();
        _folder.Dispose();
    }
}
