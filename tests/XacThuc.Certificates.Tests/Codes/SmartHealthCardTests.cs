using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Trust;
using Xunit;

namespace XacThuc.Certificates.Tests.Codes;

public sealed class SmartHealthCardTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2022, 1, 15, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void A_card_of_a_key_on_the_list_is_genuine_until_it_is_over()
    {
        var code = CodeChecker.Check(Card("""{ "iss": "https://smarthealth.example", "nbf": 1640000000, "exp": 1650000000, "vc": { "type": ["immunization"] } }"""), CheckedAgainst.Keys(Trust()), Now);

        Assert.Equal((CodeKind.SmartHealthCard, Verdict.Genuine, "https://smarthealth.example"), (code.Kind, code.Verdict, code.Signing!.Issuer));
        Assert.Equal("immunization", code.Payload!.Value.GetProperty("vc").GetProperty("type")[0].GetString());
        Assert.Equal((Verdict.RuleNotMet, "Over"), Said(Card("""{ "exp": 1640000000 }"""), Trust()));
        Assert.Equal((Verdict.RuleNotMet, "NotYet"), Said(Card("""{ "nbf": 1650000000 }"""), Trust()));
    }

    [Fact]
    public void A_key_that_is_not_on_the_list_and_a_signature_of_another_are_told_apart()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal((Verdict.CannotKnow, "KeyUnknown"), Said(Card("{}"), TrustList.Empty));
        Assert.Equal((Verdict.NotGenuine, "SignatureWrong"), Said(Card("{}", signer: other), Trust()));
    }

    [Theory]
    [InlineData("""{ "alg": "none", "zip": "DEF", "kid": "k" }""")]
    [InlineData("""{ "alg": "HS256", "zip": "DEF", "kid": "k" }""")]
    [InlineData("""{ "alg": "ES256", "kid": "k" }""")]
    [InlineData("""{ "alg": "ES256", "zip": "DEF" }""")]
    [InlineData("""[]""")]
    [InlineData("""no""")]
    public void Another_way_of_signing_is_refused(string header) => Assert.Equal((Verdict.NotGenuine, "NotReadable"), Said(Card("{}", header), Trust()));

    [Fact]
    public void Text_that_is_no_unicode_is_refused() => Assert.Equal((Verdict.NotGenuine, "NotReadable"), Said(Card("""{ "vc": { "name": "\ud800" } }"""), Trust()));

    [Fact]
    public void A_bomb_is_refused_before_it_bursts() => Assert.Equal((Verdict.NotGenuine, "NotReadable"), Said(Card(new string(' ', 20_000_000) + "{}"), Trust()));

    [Fact]
    public void Whatever_is_changed_it_is_never_genuine_and_never_thrown()
    {
        var (card, trust) = (Card("""{ "iss": "https://smarthealth.example" }"""), Trust());

        Gen.Select(Gen.Int[5, card.Length - 1], Gen.Char["0123456789/x"], Gen.Int[5, card.Length]).Sample((at, sign, length) =>
        {
            var changed = card[..length].ToCharArray();
            if (at < length) changed[at] = sign;
            var said = CodeChecker.Check(new string(changed), CheckedAgainst.Keys(trust), Now);
            Assert.True(said.Verdict != Verdict.Genuine || card.Equals(new string(changed), StringComparison.Ordinal) || said.Payload!.Value.GetProperty("iss").GetString() == "https://smarthealth.example");
        }, iter: 3000);
    }

    public void Dispose() => _key.Dispose();

    private static (Verdict, string) Said(string text, TrustList trust) => CodeChecker.Check(text, CheckedAgainst.Keys(trust), Now) is var code ? (code.Verdict, string.Join(",", code.Reasons)) : default;

    private TrustList Trust()
    {
        var point = _key.ExportParameters(false).Q;
        var keys = $$"""{ "keys": [{ "kty": "EC", "kid": "k", "use": "sig", "alg": "ES256", "crv": "P-256", "x": "{{Base64Url.EncodeToString(point.X)}}", "y": "{{Base64Url.EncodeToString(point.Y)}}" }, { "kty": "EC", "kid": "bad", "crv": "P-256", "x": "AA", "y": "AA" }] }""";
        return TrustList.TryRead(Encoding.UTF8.GetBytes(keys), out var list) ? list : throw new InvalidOperationException("No list.");
    }

    private string Card(string credential, string header = """{ "alg": "ES256", "zip": "DEF", "kid": "k" }""", ECDsa? signer = null)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(Encoding.UTF8.GetBytes(credential));
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(packed.ToArray())}";
        var signature = (signer ?? _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return "shc:/" + string.Concat($"{signed}.{Base64Url.EncodeToString(signature)}".Select(sign => (sign - 45).ToString("00", CultureInfo.InvariantCulture)));
    }
}
