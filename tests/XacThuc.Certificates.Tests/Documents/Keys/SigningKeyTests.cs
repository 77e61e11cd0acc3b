using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Tests.Documents.Given;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Keys;

public sealed class SigningKeyTests : IDisposable
{
    private readonly GivenFolder _folder = new();
    private readonly GivenAuthority _root = new();

    public static TheoryData<KeyRefusal> Refusals => new(Enum.GetValues<KeyRefusal>());

    [Fact]
    public void A_certificate_that_nobody_would_believe_does_not_sign()
    {
        Assert.Equal(KeyRefusal.Expired, RefusalOf(new Wanted { Until = Times.Noon.AddDays(-1) }));
        Assert.Equal(KeyRefusal.NotYetValid, RefusalOf(new Wanted { From = Times.Noon.AddDays(1) }));
        Assert.Equal(KeyRefusal.NotForSigning, RefusalOf(new Wanted { Usage = X509KeyUsageFlags.KeyEncipherment }));
        Assert.Equal(KeyRefusal.KeyNotAllowed, RefusalOf(new Wanted(), RSA.Create(1024)));
        Assert.Equal(KeyRefusal.KeyNotAllowed, RefusalOf(new Wanted(), ECDsa.Create(ECCurve.NamedCurves.nistP384)));
        Assert.Equal(default, RefusalOf(new Wanted()));
    }

    [Fact]
    public void A_key_that_is_not_the_certificates_gives_no_signature()
    {
        using var key = new SigningKey(_root.Issue("Chủ tịch", GivenAuthority.NewEcdsa()), [], GivenAuthority.NewEcdsa());

        Assert.False(key.TrySign(GivenSignature.Document, Times.Noon, out _, out var refusal));
        Assert.Equal(KeyRefusal.KeyOfAnother, refusal);
    }

    [Fact]
    public void A_key_file_opens_with_its_password_alone()
    {
        var certificate = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa());
        var file = _folder.Add("key.p12", certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, "right"));
        var publicOnly = _folder.Add("public.p12", new X509Certificate2Collection(X509CertificateLoader.LoadCertificate(certificate.RawData))
            .ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, "right"));
        var junk = _folder.Add("junk.p12", [1, 2, 3]);

        Assert.Equal(default, Opened(file, "right"));
        Assert.Equal(KeyRefusal.WrongPassword, Opened(file, "wrong"));
        Assert.Equal(KeyRefusal.WrongPassword, Opened(junk, "right"));
        Assert.Equal(KeyRefusal.NoCertificate, Opened(publicOnly, "right"));
        Assert.Equal(KeyRefusal.NoFile, Opened(_folder.Path + "/nowhere.p12", "right"));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_says_what_to_do_in_both_languages(KeyRefusal refusal)
    {
        var (vi, en) = KeyRefusals.SentenceOf(refusal);

        Assert.All([vi, en], sentence => Assert.True(sentence.Count(letter => letter is '.' or ';') >= 2, sentence));
        Assert.NotEqual(vi, en, StringComparer.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static KeyRefusal Opened(string path, string password)
    {
        if (KeyFiles.TryOpen(path, password, out var key, out var refusal)) key.Dispose();
        return refusal;
    }

    private KeyRefusal RefusalOf(Wanted wanted, AsymmetricAlgorithm? secret = null)
    {
        var own = secret ?? GivenAuthority.NewEcdsa();
        using var key = new SigningKey(_root.Issue("Chủ tịch", own, wanted), [], own);
        key.TrySign(GivenSignature.Document, Times.Noon, out _, out var refusal);
        return refusal;
    }
}
