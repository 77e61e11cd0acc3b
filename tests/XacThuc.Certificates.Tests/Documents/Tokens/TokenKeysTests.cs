using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Net.Pkcs11Interop.Common;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Tokens;
using XacThuc.Certificates.Tests.Documents.Given;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Tokens;

[Collection(GivenToken.OneAtATime)]
public sealed class TokenKeysTests : IDisposable
{
    private readonly GivenToken _token = new();
    private readonly GivenFolder _folder = new();
    private readonly GivenAuthority _root = new();

    private static TokenAddress Chairman => TokenAddress.ByLabel(GivenToken.Module!, "chairman");

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    [InlineData("pss")]
    public void What_a_token_signs_is_right_to_us_and_to_openssl(string kind)
    {
        using var certificate = _root.Issue("Hứa Đức Khánh", kind == "ecdsa" ? GivenAuthority.NewEcdsa() : RSA.Create(2048));
        _token.Import(certificate, 1);
        using var key = Open(Chairman);
        key.RsaPadding = kind == "pss" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;

        Assert.True(key.TrySign(GivenSignature.Document, Times.Noon, out var signature, out _));

        var right = Assert.IsType<SignatureCheck.Right>(GivenSignature.Check(_root, signature));
        Assert.Equal("Hứa Đức Khánh", right.Signer.Holder.CommonName);
        Assert.True(OpenSsl.Verifies(_folder, _root, signature, GivenSignature.Document));
        Assert.False(OpenSsl.Verifies(_folder, _root, signature, [.. GivenSignature.Document, 1]));
    }

    [Fact]
    public void Issuers_come_from_the_token_or_from_whoever_asks()
    {
        var below = _root.Below("Test issuer");
        using var certificate = below.Issue("Chủ tịch", GivenAuthority.NewEcdsa());
        _token.Import(certificate, 1);
        Assert.IsType<SignatureCheck.UntrustedIssuer>(GivenSignature.Check(_root, Signed([])));
        Assert.IsType<SignatureCheck.Right>(GivenSignature.Check(_root, Signed([below.Certificate])));
        Assert.Equal(3, CertificatesIn(Signed([_root.Certificate, below.Certificate, _root.Certificate])));

        _token.Import(below.Certificate, 2, withKey: false);

        Assert.IsType<SignatureCheck.Right>(GivenSignature.Check(_root, Signed([])));
    }

    [Fact]
    public void A_token_is_found_by_label_or_serial_or_said_to_be_missing()
    {
        using var certificate = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa());
        _token.Import(certificate, 1);
        var serial = _token.SerialOf("chairman");
        _token.Add("chairman");

        Open(TokenAddress.BySerial(GivenToken.Module!, serial)).Dispose();
        Assert.Equal(KeyRefusal.SeveralTokens, Refusal(Chairman));
        Assert.Equal(KeyRefusal.NoToken, Refusal(TokenAddress.ByLabel(GivenToken.Module!, "nobody")));
        Assert.Equal(KeyRefusal.NoModule, Refusal(TokenAddress.ByLabel(_folder.Path + "/libnone.so", "chairman")));
        Assert.Equal(KeyRefusal.NoModule, Refusal(TokenAddress.ByLabel(_folder.Add("libjunk.so", [1, 2, 3]), "chairman")));
    }

    [Fact]
    public void A_wrong_pin_opens_nothing_not_even_while_the_token_is_open()
    {
        using var certificate = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa());
        _token.Import(certificate, 1);
        Assert.Equal(KeyRefusal.WrongPin, Refusal(Chairman, "00000000"));
        Assert.Equal(KeyRefusal.WrongPin, Refusal(Chairman, ""));

        using (Open(Chairman))
        {
            Assert.Equal(KeyRefusal.TokenInUse, Refusal(Chairman, "00000000"));
            Assert.Equal(KeyRefusal.TokenInUse, Refusal(Chairman));
        }

        // Logged out again: the PIN is asked for anew.
        Assert.Equal(KeyRefusal.WrongPin, Refusal(Chairman, "00000000"));
        Open(Chairman).Dispose();
    }

    [Theory]
    [InlineData(CKR.CKR_PIN_INCORRECT, false, false, KeyRefusal.WrongPin)]
    [InlineData(CKR.CKR_PIN_INCORRECT, true, false, KeyRefusal.WrongPinOneTryLeft)]
    [InlineData(CKR.CKR_PIN_INCORRECT, true, true, KeyRefusal.PinLocked)]
    [InlineData(CKR.CKR_PIN_LOCKED, false, false, KeyRefusal.PinLocked)]
    [InlineData(CKR.CKR_DEVICE_ERROR, false, false, KeyRefusal.TokenFailed)]
    public void A_locked_pin_and_the_last_try_are_told(CKR answer, bool isFinalTry, bool isLocked, KeyRefusal refusal)
    {
        Assert.Equal(refusal, TokenOpening.RefusalOf(answer, isFinalTry, isLocked));
    }

    [Fact]
    public void A_token_without_a_certificate_for_signing_is_told()
    {
        Assert.Equal(KeyRefusal.NoCertificate, Refusal(Chairman));

        using var lone = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa());
        _token.Import(lone, 1, withKey: false);
        Assert.Equal(KeyRefusal.NoCertificate, Refusal(Chairman));

        using var forMail = _root.Issue("Chủ tịch", GivenAuthority.NewEcdsa(), new Wanted { Usage = X509KeyUsageFlags.KeyEncipherment });
        _token.Import(forMail, 2);
        Assert.Equal(KeyRefusal.NotForSigning, Refusal(Chairman));
    }

    [Fact]
    public void Of_a_certificate_and_its_renewal_the_renewal_signs()
    {
        using var old = _root.Issue("Old", GivenAuthority.NewEcdsa(), new Wanted { Until = Times.Noon.AddDays(1) });
        using var renewed = _root.Issue("Renewed", GivenAuthority.NewEcdsa());
        _token.Import(renewed, 1);
        _token.Import(old, 2);

        using var key = Open(Chairman);

        Assert.Equal("Renewed", key.Holder.CommonName);
    }

    [Fact]
    public void A_token_that_is_pulled_out_signs_nothing_and_tells_no_pin()
    {
        using var certificate = _root.Issue("Chủ tịch", RSA.Create(2048));
        _token.Import(certificate, 1);
        using var key = Open(Chairman);
        _token.PullOut();

        Assert.False(key.TrySign(GivenSignature.Document, Times.Noon, out _, out var refusal));
        Assert.Equal(KeyRefusal.TokenFailed, refusal);
        Assert.DoesNotContain(GivenToken.Pin, key.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _token.Dispose();
        _folder.Dispose();
    }

    private static KeyRefusal Refusal(TokenAddress address, string pin = GivenToken.Pin)
    {
        if (TokenKeys.TryOpen(address, pin, [], out var key, out var refusal)) key.Dispose();
        return refusal;
    }

    private static SigningKey Open(TokenAddress address, params X509Certificate2[] known) =>
        TokenKeys.TryOpen(address, GivenToken.Pin, known, out var key, out var refusal) ? key : throw new InvalidOperationException(refusal.ToString());

    private static int CertificatesIn(byte[] signature)
    {
        var cms = new SignedCms();
        cms.Decode(signature);
        return cms.Certificates.Count;
    }

    private static byte[] Signed(X509Certificate2[] known)
    {
        using var key = Open(Chairman, known);
        Assert.True(key.TrySign(GivenSignature.Document, Times.Noon, out var signature, out _));
        return signature;
    }
}
