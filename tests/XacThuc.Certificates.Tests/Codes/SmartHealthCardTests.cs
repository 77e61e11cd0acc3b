using System.Security.Cryptography;
using CsCheck;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Trust;
using Xunit;

namespace XacThuc.Certificates.Tests.Codes;

public sealed class SmartHealthCardTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2022, 1, 15, 0, 0, 0, TimeSpan.Zero);

    private readonly GivenHealthCards _issuer = new();

    [Fact]
    public void A_card_of_a_key_on_the_list_is_genuine_until_it_is_over()
    {
        var code = CodeChecker.Check(_issuer.Card("""{ "iss": "https://smarthealth.example", "nbf": 1640000000, "exp": 1650000000, "vc": { "type": ["immunization"] } }"""), CheckedAgainst.Keys(_issuer.Trust), Now);

        Assert.Equal((CodeKind.SmartHealthCard, Verdict.Genuine, "https://smarthealth.example"), (code.Kind, code.Verdict, code.Signing!.Issuer));
        Assert.Equal("immunization", code.Payload!.Value.GetProperty("vc").GetProperty("type")[0].GetString());
        Assert.Equal((Verdict.RuleNotMet, "Over"), Said(_issuer.Card("""{ "exp": 1640000000 }"""), _issuer.Trust));
        Assert.Equal((Verdict.RuleNotMet, "NotYet"), Said(_issuer.Card("""{ "nbf": 1650000000 }"""), _issuer.Trust));
    }

    [Fact]
    public void A_key_that_is_not_on_the_list_and_a_signature_of_another_are_told_apart()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal((Verdict.CannotKnow, "KeyUnknown"), Said(_issuer.Card("{}"), TrustList.Empty));
        Assert.Equal((Verdict.NotGenuine, "SignatureWrong"), Said(_issuer.Card("{}", signer: other), _issuer.Trust));
    }

    [Fact]
    public void A_key_whose_id_differs_in_capitals_is_another() =>
        Assert.Equal((Verdict.CannotKnow, "KeyUnknown"), Said(_issuer.Card("{}", """{ "alg": "ES256", "zip": "DEF", "kid": "BAD" }"""), Named("bad")));

    [Fact]
    public void A_card_in_one_part_is_read_however_it_is_counted_and_of_a_part_of_several_nothing_is_known()
    {
        var digits = _issuer.Card("{}")["shc:/".Length..];

        Assert.Equal((Verdict.Genuine, ""), Said("shc:/1/1/" + digits, _issuer.Trust));
        Assert.Equal((Verdict.CannotKnow, "PartOfSeveral"), Said("shc:/1/2/" + digits[..300], _issuer.Trust));
        Assert.Equal((Verdict.CannotKnow, "PartOfSeveral"), Said("SHC:/2/2/" + digits[300..], _issuer.Trust));
    }

    [Theory]
    [InlineData("""{ "alg": "none", "zip": "DEF", "kid": "k" }""")]
    [InlineData("""{ "alg": "HS256", "zip": "DEF", "kid": "k" }""")]
    [InlineData("""{ "alg": "ES256", "kid": "k" }""")]
    [InlineData("""{ "alg": "ES256", "zip": "DEF" }""")]
    [InlineData("""[]""")]
    [InlineData("""no""")]
    public void Another_way_of_signing_is_refused(string header) => Assert.Equal((Verdict.NotGenuine, "NotReadable"), Said(_issuer.Card("{}", header), _issuer.Trust));

    [Fact]
    public void Text_that_is_no_unicode_is_refused() => Assert.Equal((Verdict.NotGenuine, "NotReadable"), Said(_issuer.Card("""{ "vc": { "name": "\ud800" } }"""), _issuer.Trust));

    [Fact]
    public void A_bomb_is_refused_before_it_bursts() => Assert.Equal((Verdict.NotGenuine, "NotReadable"), Said(_issuer.Card(new string(' ', 20_000_000) + "{}"), _issuer.Trust));

    [Fact]
    public void Whatever_is_changed_it_is_never_genuine_and_never_thrown()
    {
        var (card, trust) = (_issuer.Card("""{ "iss": "https://smarthealth.example" }"""), _issuer.Trust);

        Gen.Select(Gen.Int[5, card.Length - 1], Gen.Char["0123456789/x"], Gen.Int[5, card.Length]).Sample((at, sign, length) =>
        {
            var changed = card[..length].ToCharArray();
            if (at < length) changed[at] = sign;
            var said = CodeChecker.Check(new string(changed), CheckedAgainst.Keys(trust), Now);
            Assert.True(said.Verdict != Verdict.Genuine || card.Equals(new string(changed), StringComparison.Ordinal) || said.Payload!.Value.GetProperty("iss").GetString() == "https://smarthealth.example");
        }, iter: 3000);
    }

    public void Dispose() => _issuer.Dispose();

    private static TrustList Named(string id)
    {
        using var own = new GivenHealthCards(id);
        return own.Trust;
    }

    private static (Verdict, string) Said(string text, TrustList trust) => CodeChecker.Check(text, CheckedAgainst.Keys(trust), Now) is var code ? (code.Verdict, string.Join(",", code.Reasons)) : default;
}
