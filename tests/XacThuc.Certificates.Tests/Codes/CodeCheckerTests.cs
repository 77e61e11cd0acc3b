using System.Formats.Cbor;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CsCheck;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Hcert.Writing;
using XacThuc.Certificates.Tests.Hcert;
using Xunit;

namespace XacThuc.Certificates.Tests.Codes;

/// <summary>What a guard is told of a code; with the rules of the published list of verifiers that have no vector.</summary>
public sealed class CodeCheckerTests : IDisposable
{
    private const string MayTests = "1.3.6.1.4.1.1847.2021.1.1";
    private const string MayVaccinations = "1.3.6.1.4.1.1847.2021.1.2";

    private static readonly DateTimeOffset Now = GivenSigner.Issued.AddMonths(1);

    private readonly X509Certificate2 _own = GivenSigner.Ec();

    [Fact]
    public void A_certificate_of_a_trusted_key_is_genuine()
    {
        var code = Check(GivenSigner.Text(_own, GivenSigner.Vaccinated()), Trust(_own));

        Assert.Equal((CodeKind.Hcert, Verdict.Genuine, 0), (code.Kind, code.Verdict, code.Reasons.Count));
        Assert.Equal(("VN", "ES256", GivenSigner.Issued), (code.Signing!.Issuer, code.Signing.Algorithm, code.Signing.IssuedAt));
    }

    // RFC 4055: some issuers' certificates say that their key signs with PSS alone.
    [Fact]
    public void A_key_that_signs_with_pss_alone_is_believed_too()
    {
        using var rsa = RSA.Create(2048);
        var onlyPss = new PublicKey(new Oid("1.2.840.113549.1.1.10"), parameters: null, new AsnEncodedData(rsa.ExportRSAPublicKey()));
        var request = new CertificateRequest(new X500DistinguishedName("C=VN, CN=DSC"), onlyPss, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        using var own = request.Create(request.SubjectName, X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pss), GivenSigner.Issued.AddDays(-1), GivenSigner.Expires, [1]);
        using var signer = new HcertSigner(rsa, SHA256.HashData(own.RawData)[..8]);

        var text = HcertWriter.Write(GivenSigner.Vaccinated(), "VN", GivenSigner.Issued, GivenSigner.Expires, signer);

        Assert.Equal((Verdict.Genuine, ""), Said(text, Trust(own)));
    }

    [Fact]
    public void Nobody_can_know_a_key_that_is_not_on_the_list()
    {
        using var other = GivenSigner.Ec();

        Assert.Equal((Verdict.CannotKnow, "KeyUnknown"), Said(GivenSigner.Text(_own, GivenSigner.Vaccinated()), Trust(other)));
        Assert.Equal((Verdict.CannotKnow, "KeyUnknown"), Said(GivenSigner.Text(_own, GivenSigner.Vaccinated()), TrustList.Empty));
    }

    [Fact]
    public void Genuine_but_a_rule_is_not_met()
    {
        var trust = Trust(_own);

        Assert.Equal((Verdict.RuleNotMet, "Over"), (CodeChecker.Check(GivenSigner.Text(_own, GivenSigner.Vaccinated()), CheckedAgainst.Keys(trust), GivenSigner.Expires.AddSeconds(1)) is var over ? over.Verdict : default, string.Join(",", over.Reasons)));
        Assert.Equal((Verdict.RuleNotMet, "NotYet"), Said(GivenSigner.Text(_own, GivenSigner.Vaccinated(), Now.AddDays(1)), trust));
        Assert.Equal((Verdict.RuleNotMet, "TestPositive"), Said(GivenSigner.Text(_own, GivenSigner.Tested(Now.AddDays(-1), "260373001")), trust));
        Assert.Equal((Verdict.RuleNotMet, "SampleInTheFuture"), Said(GivenSigner.Text(_own, GivenSigner.Tested(Now.AddHours(1))), trust));
        Assert.Equal((Verdict.RuleNotMet, "NotOfSchema"), Said(GivenSigner.Text(_own, GivenSigner.Vaccinated() with { Born = "11/02/1956" }), trust));
    }

    [Fact]
    public void A_certificate_that_another_wrote_under_its_name_is_not_genuine()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = new HcertSigner(stranger, SHA256.HashData(_own.RawData)[..8]);

        var forged = HcertWriter.Write(GivenSigner.Vaccinated(), "VN", GivenSigner.Issued, GivenSigner.Expires, signer);

        Assert.Equal((Verdict.NotGenuine, "SignatureWrong"), Said(forged, Trust(_own)));
    }

    // The list: key ids of another length.
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(32)]
    public void A_key_id_of_another_length_is_no_key_that_is_known(int length)
    {
        using var key = _own.GetECDsaPrivateKey()!;
        using var signer = new HcertSigner(key, SHA256.HashData(_own.RawData)[..length]);

        Assert.Equal((Verdict.CannotKnow, "KeyUnknown"), Said(HcertWriter.Write(GivenSigner.Vaccinated(), "VN", GivenSigner.Issued, GivenSigner.Expires, signer), Trust(_own)));
    }

    // The list: signatures longer or shorter than expected.
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(-1)]
    [InlineData(-64)]
    public void A_signature_of_another_length_is_wrong(int more) =>
        Assert.Equal((Verdict.NotGenuine, "SignatureWrong"), Said(Rewritten(signature: was => more > 0 ? [.. was, .. new byte[more]] : was[..^-more]), Trust(_own)));

    // The list: an algorithm that is not the key's, and one that certificates are never signed with.
    [Theory]
    [InlineData(-37, Verdict.NotGenuine, "KeyOfAnotherKind")]
    [InlineData(-35, Verdict.NotGenuine, "NoAlgorithm")]
    [InlineData(-257, Verdict.NotGenuine, "NoAlgorithm")]
    [InlineData(5, Verdict.NotGenuine, "NoAlgorithm")]
    public void An_algorithm_that_does_not_fit_is_refused(int algorithm, Verdict verdict, string reason) =>
        Assert.Equal((verdict, reason), Said(Rewritten(algorithm: algorithm), Trust(_own)));

    [Fact]
    public void A_key_signs_only_what_it_may_and_only_in_its_time()
    {
        using var tests = GivenSigner.Ec(MayTests);
        using var both = GivenSigner.Ec(MayTests, MayVaccinations);

        Assert.Equal((Verdict.NotGenuine, "KeyMayNotSignThis"), Said(GivenSigner.Text(tests, GivenSigner.Vaccinated()), Trust(tests)));
        Assert.Equal((Verdict.Genuine, ""), Said(GivenSigner.Text(both, GivenSigner.Vaccinated()), Trust(both)));
        Assert.Equal((Verdict.NotGenuine, "KeyOutOfTime"), Said(GivenSigner.Text(_own, GivenSigner.Vaccinated(), GivenSigner.Issued.AddYears(-1)), Trust(_own)));
    }

    // The list: a broken certificate within a good signature, and a web token that is none.
    [Fact]
    public void What_is_signed_well_and_cannot_be_read_is_not_genuine()
    {
        Assert.Equal((Verdict.NotGenuine, "NotReadable"), Said(Rewritten(content: _ => [0xFF, 0x00]), Trust(_own)));
        Assert.Equal((Verdict.NotGenuine, "NoCertificate"), Said(Rewritten(content: _ => [0xA1, 0x01, 0x62, (byte)'V', (byte)'N']), Trust(_own)));
    }

    [Theory]
    [InlineData("HC1:abc", CodeKind.Hcert, Verdict.NotGenuine, "NotBase45")]
    [InlineData("shc:/12ab", CodeKind.SmartHealthCard, Verdict.NotGenuine, "NotReadable")]
    [InlineData("https://example.org", CodeKind.Other, Verdict.NoCertificate, "Unsigned")]
    [InlineData("", CodeKind.Other, Verdict.NoCertificate, "Unsigned")]
    [InlineData("020056001234|081234567|Lý Thị Mẩy|11021956|Nữ|Thôn Nà Pàn, Đồng Đăng, Cao Lộc, Lạng Sơn|25042021", CodeKind.CitizenCard, Verdict.NoCertificate, "Unsigned")]
    public void Other_codes_are_told_apart(string text, CodeKind kind, Verdict verdict, string reason)
    {
        var code = Check(text, TrustList.Empty);

        Assert.Equal((kind, verdict, reason), (code.Kind, code.Verdict, string.Join(",", code.Reasons)));
        Assert.DoesNotContain("020056001234", code.Payload?.GetRawText() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_changed_in_a_code_it_is_never_genuine_and_never_thrown()
    {
        var (text, trust) = (GivenSigner.Text(_own, GivenSigner.Vaccinated()), Trust(_own));
        var same = Check(text, trust).Payload!.Value.GetRawText();

        Gen.Select(Gen.Int[4, text.Length - 1], Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"], Gen.Int[4, text.Length]).Sample((at, sign, length) =>
        {
            var changed = text[..length].ToCharArray();
            if (at < length) changed[at] = sign;
            var code = Check(new string(changed), trust);

            // Behind the end of what is compressed nothing matters: what is said stays the same.
            if (code.Verdict == Verdict.Genuine) Assert.Equal(same, code.Payload!.Value.GetRawText());
        }, iter: 3000);
    }

    public void Dispose() => _own.Dispose();

    private static TrustList Trust(X509Certificate2 own) => TrustList.TryRead(own.RawData, out var list) ? list : throw new InvalidOperationException("No list.");

    private static CheckedCode Check(string text, TrustList trust) => CodeChecker.Check(text, CheckedAgainst.Keys(trust), Now);

    private static (Verdict Verdict, string Reasons) Said(string text, TrustList trust) => Check(text, trust) is var code ? (code.Verdict, string.Join(",", code.Reasons)) : default;

    // A message with one of its parts written otherwise; signed anew by its own key where content or headers change.
    private string Rewritten(int algorithm = -7, Func<byte[], byte[]>? content = null, Func<byte[], byte[]>? signature = null)
    {
        var headers = new CborWriter();
        headers.WriteStartMap(2);
        headers.WriteInt32(1);
        headers.WriteInt32(algorithm);
        headers.WriteInt32(4);
        headers.WriteByteString(SHA256.HashData(_own.RawData)[..8]);
        headers.WriteEndMap();
        var said = HcertWriter.Claims(GivenSigner.Vaccinated(), "VN", GivenSigner.Issued, GivenSigner.Expires);
        said = content?.Invoke(said) ?? said;
        var signed = new CborWriter();
        signed.WriteStartArray(4);
        signed.WriteTextString("Signature1");
        signed.WriteByteString(headers.Encode());
        signed.WriteByteString([]);
        signed.WriteByteString(said);
        signed.WriteEndArray();
        using var key = _own.GetECDsaPrivateKey()!;
        var written = key.SignData(signed.Encode(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var message = new CborWriter(CborConformanceMode.Lax);
        message.WriteTag((CborTag)18);
        message.WriteStartArray(4);
        message.WriteByteString(headers.Encode());
        message.WriteStartMap(0);
        message.WriteEndMap();
        message.WriteByteString(said);
        message.WriteByteString(signature?.Invoke(written) ?? written);
        message.WriteEndArray();
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(message.Encode());
        return HcertEnvelope.Prefix + Base45.Encode(packed.ToArray());
    }
}
