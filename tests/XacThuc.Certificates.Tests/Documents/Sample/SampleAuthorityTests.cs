using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Sample;
using XacThuc.Certificates.Tests.Documents.Given;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Sample;

public sealed class SampleAuthorityTests : IDisposable
{
    private const string Password = "a password of the sample";
    private readonly GivenFolder _folder = new();

    [Fact]
    public void What_a_sample_certificate_signs_is_right_to_whoever_trusts_the_sample_alone()
    {
        using var authority = SampleAuthority.Open(_folder.Path, Times.Noon);
        using var key = Issued(authority);
        Assert.True(TrustAnchors.TryOpen(authority.TrustFolder, out var anchors, out _));

        Assert.True(key.TrySign(GivenSignature.Document, Times.Noon, out var signature, out _));

        var check = new SignatureChecker(anchors, RevocationLists.None).Check(GivenSignature.Document, signature, Times.Noon);
        var right = Assert.IsType<SignatureCheck.Right>(check);
        Assert.Equal("Hứa Đức Khánh", right.Signer.Holder.CommonName);
        Assert.Equal("UBND xã Hòa Cư", right.Signer.Holder.Organisation);
        Assert.IsType<SignatureCheck.UntrustedIssuer>(GivenSignature.Check(new GivenAuthority(), signature));
    }

    [Fact]
    public void Every_certificate_says_that_it_is_a_sample()
    {
        using var authority = SampleAuthority.Open(_folder.Path, Times.Noon);
        using var key = Issued(authority);

        Assert.Contains("SAMPLE", key.Certificate.Subject, StringComparison.Ordinal);
        Assert.Contains("SAMPLE", key.Holder.Issuer, StringComparison.Ordinal);
        Assert.Equal(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
            Assert.Single(key.Certificate.Extensions.OfType<X509KeyUsageExtension>()).KeyUsages);
    }

    [Fact]
    public void The_authority_is_the_same_when_it_is_opened_again_and_its_key_is_not_for_everybody()
    {
        using var first = SampleAuthority.Open(_folder.Path, Times.Noon);
        using var again = SampleAuthority.Open(_folder.Path, Times.Noon.AddDays(7));
        using var key = Issued(again);
        Assert.True(TrustAnchors.TryOpen(first.TrustFolder, out var anchors, out _));

        Assert.True(key.TrySign(GivenSignature.Document, Times.Noon.AddDays(8), out var signature, out _));

        Assert.IsType<SignatureCheck.Right>(new SignatureChecker(anchors, RevocationLists.None)
            .Check(GivenSignature.Document, signature, Times.Noon.AddDays(8)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.Path, "root.key")));
    }

    public void Dispose() => _folder.Dispose();

    private SigningKey Issued(SampleAuthority authority)
    {
        var file = _folder.Add("chairman.p12", authority.Issue("Hứa Đức Khánh", "UBND xã Hòa Cư", Password, Times.Noon));
        return KeyFiles.TryOpen(file, Password, out var key, out var refusal) ? key : throw new InvalidOperationException(refusal.ToString());
    }
}
