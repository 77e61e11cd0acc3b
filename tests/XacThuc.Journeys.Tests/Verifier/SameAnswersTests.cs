using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using XacThuc.Certificates.Bundles;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Rules;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Hcert.Writing;
using XacThuc.Certificates.PersonalQr;
using XacThuc.Certificates.Tests.Codes;
using XacThuc.Certificates.Tests.Hcert;
using XacThuc.Platform.Certificates.Keys;
using Xunit;

namespace XacThuc.Journeys.Tests.Verifier;

/// <summary>The guards' app and the library are asked the same, by the same lists: good codes, bad ones, and thousands that were damaged.</summary>
public sealed class SameAnswersTests : IDisposable
{
    private const string MayTests = "1.3.6.1.4.1.1847.2021.1.1";
    private const string Taken = "URN:UVCI:01:VN:2";
    private const string Rule = """
        { "Identifier": "VR-VN-0001", "Type": "Acceptance", "Country": "VN", "Version": "1.0.0", "CertificateType": "Vaccination",
          "ValidFrom": "2021-01-01T00:00:00Z", "ValidTo": "2030-01-01T00:00:00Z",
          "Description": [{ "lang": "vi", "desc": "Đủ liều." }], "Logic": { ">=": [{ "var": "payload.v.0.dn" }, { "var": "payload.v.0.sd" }] } }
        """;

    private static readonly DateTimeOffset Now = GivenSigner.Issued.AddMonths(1);

    private readonly X509Certificate2 _ec = GivenSigner.Ec();
    private readonly X509Certificate2 _rsa = GivenSigner.Rsa();
    private readonly X509Certificate2 _tests = GivenSigner.Ec(MayTests);
    private readonly X509Certificate2 _unknown = GivenSigner.Ec();
    private readonly HouseKey _house = GivenGate.NewKey();
    private readonly GivenHealthCards _healthCards = new();
    private readonly GivenHealthCards _others = new();
    private readonly RevocationList _revoked = RevocationList.Make([RevocationHash.OfId(Taken)], Now);

    [Fact]
    public async Task Both_say_the_same_of_every_way_to_be_wrong()
    {
        var cases = Cases();

        var answers = await Ask([.. cases.Select(one => one.Text)]);

        var expected = string.Join('\n', cases.Select(one => $"{one.Name}: {one.Said}"));
        Assert.Equal(expected, string.Join('\n', cases.Zip(answers, (one, answer) => $"{one.Name}: {Said(answer)}")));
        Assert.Equal(expected, string.Join('\n', cases.Select(one => $"{one.Name}: {Said(Check(one.Text))}")));
    }

    [Fact]
    public async Task Whatever_is_changed_in_a_code_both_say_the_same_and_neither_is_long_about_it()
    {
        var sound = Cases().Select(one => one.Text).ToList();
        var dice = new Random(20261127);
        var texts = Enumerable.Range(0, 3000).Select(_ => Damaged(sound[dice.Next(sound.Count)], dice)).ToList();

        var answers = await Ask(texts);

        // Of what keyboards leave of a paper's letters the app knows less than the library: a camera types nothing.
        static string Unspoilt(string said) => said is "no-certificate not-readable" ? "no-certificate unsigned" : said;
        var differing = texts.Zip(answers, (text, answer) => (Text: text, Library: Unspoilt(Said(Check(text))), App: Unspoilt(Said(answer))))
            .Where(one => !one.Library.Equals(one.App, StringComparison.Ordinal)).GroupBy(one => $"{one.Library} | {one.App}", StringComparer.Ordinal);
        Assert.Equal("", string.Join('\n', differing.Select(group => $"{group.Count()} x {group.Key}: {group.First().Text}")));
    }

    public void Dispose()
    {
        foreach (var own in (IDisposable[])[_ec, _rsa, _tests, _unknown, _healthCards, _others]) own.Dispose();
    }

    private (string Name, string Text, string Said)[] Cases() =>
    [
        ("genuine", GivenSigner.Text(_ec, GivenSigner.Vaccinated()), "genuine "),
        ("genuine by RSA", GivenSigner.Text(_rsa, GivenSigner.Vaccinated()), "genuine "),
        ("signed by another", Forged(), "not-genuine signature-wrong"),
        ("over", GivenSigner.Text(_ec, GivenSigner.Vaccinated(), Now.AddMonths(-13)), "not-genuine key-out-of-time"),
        ("over in the key's time", Claimed(claims => (claims.Issued, Now.AddDays(-1))), "rule-not-met over"),
        ("of the future", GivenSigner.Text(_ec, GivenSigner.Vaccinated(), Now.AddDays(1)), "rule-not-met not-yet"),
        ("of an unknown key", GivenSigner.Text(_unknown, GivenSigner.Vaccinated()), "cannot-know key-unknown"),
        ("of a key of another use", GivenSigner.Text(_tests, GivenSigner.Vaccinated()), "not-genuine key-may-not-sign-this"),
        ("taken back", GivenSigner.Text(_ec, GivenSigner.Recovered()), "not-genuine revoked"),
        ("one dose of two", GivenSigner.Text(_ec, OneDose()), "rule-not-met rule-not-met"),
        ("positive", GivenSigner.Text(_tests, GivenSigner.Tested(Now.AddDays(-1), "260373001")), "rule-not-met test-positive"),
        ("sample of the future", GivenSigner.Text(_tests, GivenSigner.Tested(Now.AddHours(1))), "rule-not-met sample-in-the-future"),
        ("not of the schema", GivenSigner.Text(_ec, GivenSigner.Vaccinated() with { Born = "11/02/1956" }), "rule-not-met not-of-schema"),
        ("bomb", Packed(new byte[50_000_000]), "not-genuine too-large"),
        ("no Base45", "HC1:abc", "not-genuine not-base45"),
        ("not compressed", "HC1:BB8", "not-genuine not-compressed"),
        ("a dictionary asked for", HcertEnvelope.Prefix + Base45.Encode([0x78, 0xBB, 1, 2, 3, 4, 5, 6, 7, 8]), "not-genuine not-compressed"),
        ("no message", Packed([0xA0]), "not-genuine not-signed"),
        ("a name twice", Signed([0xA2, 0x01, 0x61, (byte)'a', 0x01, 0x61, (byte)'a']), "not-genuine not-readable"),
        ("nested without end", Signed([0xA1, 0x39, 0x01, 0x03, 0xA1, 0x01, .. Enumerable.Repeat((byte)0x81, 2000), 0xF6]), "not-genuine not-readable"),
        ("an open list that never ends", Signed([0x9F, 0x9F, 0x9F]), "not-genuine not-readable"),
        ("a text as long as the world", Signed([0xA1, 0x01, 0x7B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]), "not-genuine not-readable"),
        ("no certificate", Signed([0xA1, 0x01, 0x62, (byte)'V', (byte)'N']), "not-genuine no-certificate"),
        ("an issuer that is a number", Signed([0xA1, 0x01, 0x01]), "not-genuine not-readable"),
        ("a health card", HealthCard(), "genuine "),
        ("a health card counted as one of one", HealthCard().Replace("shc:/", "shc:/1/1/", StringComparison.Ordinal), "genuine "),
        ("a part of a health card", HealthCard().Replace("shc:/", "shc:/1/2/", StringComparison.Ordinal), "cannot-know part-of-several"),
        ("a health card that somebody else signed", Altered(), "not-genuine signature-wrong"),
        ("a health card with a bit more than its bytes", OneBitMore(), "not-genuine not-readable"),
        ("a health card of an unknown key", _others.Card(GivenHealthCards.Vaccinated(Now.AddDays(-1))), "cannot-know key-unknown"),
        ("a health card of the future", _healthCards.Card(GivenHealthCards.Vaccinated(Now.AddDays(1))), "rule-not-met not-yet"),
        ("a health card that is over", _healthCards.Card("""{"exp":1000000000}"""), "rule-not-met over"),
        ("a health card of digits that are none", "shc:/12ab", "not-genuine not-readable"),
        ("a link", "https://example.org", "no-certificate unsigned"),
        ("a citizen card", "020056001234|081234567|Lý Thị Mẩy|11021956|Nữ|Thôn Nà Pàn, Đồng Đăng, Cao Lộc, Lạng Sơn|25042021", "no-certificate unsigned"),
        ("an insurance card", $"GD4797921200016|{Convert.ToHexStringLower(Encoding.UTF8.GetBytes("Nông Thị Mai"))}|27/11/1950|2|-", "no-certificate unsigned"),
        ("a personal code", "******029317|NGUYEN LE KHA HAN|1987-**-**|0|162979388586171100|<1", "no-certificate unsigned"),
        ("a signed personal code", Personal(_house, 60), "genuine "),
        ("a signed personal code that is over", Personal(_house, -1), "rule-not-met over"),
        ("a signed personal code of another name", Personal(_house, 60).Replace("HAN", "HUN", StringComparison.Ordinal), "not-genuine signature-wrong"),
        ("a personal code of an unknown key", Personal(GivenGate.NewKey(), 60), "cannot-know key-unknown"),
        ("a signed personal code with more behind it", Personal(_house, 60) + "<1", "no-certificate unsigned"),
        ("a notice", "020150123456|Nông Thị Mai|27/11/1950|Nữ", "no-certificate unsigned"),
        ("nothing", "", "no-certificate unsigned"),
    ];

    private CheckedCode Check(string text) => CodeChecker.Check(text, new CheckedAgainst(Trust(), _revoked, RuleBook.Of([JsonElement.Parse(Rule)], "VN")) { PersonalKeys = PersonalKeys.Of([_house.Jwk]) }, Now);

    private TrustList Trust() => TrustList.TryRead(
        Encoding.ASCII.GetBytes(string.Join('\n', ((X509Certificate2[])[_ec, _rsa, _tests]).Select(own => own.ExportCertificatePem()))), out var trust) ? trust.With(_healthCards.Trust) : throw new InvalidOperationException("No list.");

    private async Task<List<JsonElement>> Ask(List<string> texts)
    {
        var bundle = new VerifierBundle("VN", Now.AddHours(-1), Now.AddDays(1), Trust()) { BundleKeys = [new BundleKey(_house.Id, _house.Jwk)], PersonalKeys = [new BundleKey(_house.Id, _house.Jwk)], Rules = [JsonElement.Parse(Rule)], Revoked = _revoked };
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            keys = new[] { _house.Jwk },
            bundle = BundleWriter.Write(bundle, _house.Id, data => _house.Sign(data.Span)),
            revocations = Convert.ToBase64String(_revoked.File.Span),
            at = Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            texts,
        }), TestContext.Current.CancellationToken);
        var answers = await NodePrograms.Run("answers.mjs", file);
        File.Delete(file);
        Assert.Equal(texts.Count, answers.Count);

        // Longer than this and a guard waits; what is hostile takes no longer than what is sound.
        Assert.DoesNotContain(answers, answer => answer.GetProperty("milliseconds").GetDouble() > 1000);
        return answers;
    }

    private static string Said(CheckedCode code) => $"{code.Verdict.Word()} {string.Join(' ', code.Reasons.Select(reason => reason.Word()))}";

    private static string Said(JsonElement answer) => $"{answer.GetProperty("verdict").GetString()} {string.Join(' ', answer.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()))}";

    // A sign changed, left out or put in, or the end cut off.
    private static string Damaged(string text, Random dice)
    {
        if (text.Length < 8) return text;
        var at = dice.Next(4, text.Length);
        var sign = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"[dice.Next(45)];
        return dice.Next(4) switch
        {
            0 => text[..at],
            1 => text.Remove(at, 1),
            2 => text.Insert(at, sign.ToString()),
            _ => text[..at] + sign + text[(at + 1)..],
        };
    }

    private static Dcc OneDose() => GivenSigner.Vaccinated() is { Entry: DccEntry.Vaccination dose } certificate ? certificate with { Entry = dose with { Dose = 1 } } : throw new InvalidOperationException("No dose.");

    private string Forged()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = new HcertSigner(stranger, SHA256.HashData(_ec.RawData)[..8]);
        return HcertWriter.Write(GivenSigner.Vaccinated(), "VN", GivenSigner.Issued, GivenSigner.Expires, signer);
    }

    private string HealthCard() => _healthCards.Card(GivenHealthCards.Vaccinated(Now.AddDays(-1)));

    // The last of the 86 signs that 64 bytes come to has four bits too many, which are none.
    private string OneBitMore()
    {
        var card = HealthCard();
        return card[..^2] + (int.Parse(card[^2..], CultureInfo.InvariantCulture) + 1).ToString("00", CultureInfo.InvariantCulture);
    }

    private string Altered()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return _healthCards.Card(GivenHealthCards.Vaccinated(Now.AddDays(-1)), signer: stranger);
    }

    private string Claimed(Func<(DateTimeOffset Issued, DateTimeOffset Expires), (DateTimeOffset Issued, DateTimeOffset Expires)> changed)
    {
        using var signer = new HcertSigner(_ec);
        var (issued, expires) = changed((GivenSigner.Issued, GivenSigner.Expires));
        return HcertWriter.Write(GivenSigner.Vaccinated(), "VN", issued, expires, signer);
    }

    private static string Personal(HouseKey key, int seconds) =>
        PersonalQrSignature.Sign("******029317|NGUYEN LE KHA HAN|1987-**-**|0|162979388586171100|<1<<<", Now.AddSeconds(seconds), key.Id, bytes => key.Sign(bytes));

    private string Signed(byte[] claims)
    {
        using var key = _ec.GetECDsaPrivateKey()!;
        var headers = new CoseHeaderMap { { CoseHeaderLabel.KeyIdentifier, CoseHeaderValue.FromBytes(SHA256.HashData(_ec.RawData)[..8]) } };
        return Packed(CoseSign1Message.SignEmbedded(claims, new CoseSigner(key, HashAlgorithmName.SHA256, headers)));
    }

    private static string Packed(byte[] message)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(message);
        return HcertEnvelope.Prefix + Base45.Encode(packed.ToArray());
    }
}
