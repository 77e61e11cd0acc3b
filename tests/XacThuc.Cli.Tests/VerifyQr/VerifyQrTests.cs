using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.PersonalQr;
using XacThuc.Certificates.Tests.Hcert;
using XacThuc.Cli.VerifyQr;
using XacThuc.Matching.Texts;
using Xunit;

namespace XacThuc.Cli.Tests.VerifyQr;

public sealed class VerifyQrTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-qr-");
    private readonly X509Certificate2 _signer = GivenSigner.Ec();

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("tilted")]
    [InlineData("steep")]
    [InlineData("cut")]
    [InlineData("pdf")]
    [InlineData("shapes")]
    public void A_code_is_read_from_whatever_it_comes_on(string form)
    {
        var text = GivenSigner.Text(_signer, GivenSigner.Vaccinated());

        var (code, told, _) = Run(Trust(), "2022-01-15", Write($"code.{form}", GivenCodes.File(text, form)));

        Assert.Equal((0, text, "hcert", "genuine"), (code, told[0].GetProperty("text").GetString(), told[0].GetProperty("kind").GetString(), told[0].GetProperty("verdict").GetString()));
        Assert.Equal("THI<MAY", told[0].GetProperty("payload").GetProperty("nam").GetProperty("gnt").GetString());
        Assert.Single(told);
    }

    [Fact]
    public void Each_line_of_a_text_is_a_code_and_what_is_not_good_ends_with_code_one()
    {
        var file = Write("codes.txt", System.Text.Encoding.UTF8.GetBytes($"\uFEFF{GivenSigner.Text(_signer, GivenSigner.Vaccinated())}\r\n\r\nhttps://example.org\nHC1:ncf\n"));

        var (code, told, _) = Run(Trust(), "2022-01-15T08:00", file);

        Assert.Equal((1, "genuine no-certificate not-genuine"), (code, string.Join(' ', told.Select(line => line.GetProperty("verdict").GetString()))));
        Assert.Equal("not-base45", told[2].GetProperty("reasons")[0].GetString());
    }

    [Theory]
    [InlineData("2021-12-20T14:59:59", "not-yet")]
    [InlineData("2021-12-20T15:00:00", null)]
    [InlineData("2022-12-20T08:00:00Z", null)]
    [InlineData("2022-12-20T15:00:01+07:00", "over")]
    [InlineData("2022-12-20", "over")]
    public void A_moment_decides(string at, string? reason)
    {
        var (_, told, _) = Run(Trust(), at, Write("code.txt", System.Text.Encoding.UTF8.GetBytes(GivenSigner.Text(_signer, GivenSigner.Vaccinated()))));

        Assert.Equal(reason, told[0].GetProperty("reasons").EnumerateArray().Select(said => said.GetString()).SingleOrDefault());
    }

    [Fact]
    public void Without_a_list_nobody_knows_and_with_another_neither()
    {
        using var other = GivenSigner.Ec();
        var file = Write("code.txt", System.Text.Encoding.UTF8.GetBytes(GivenSigner.Text(_signer, GivenSigner.Vaccinated())));
        var pem = Write("other.pem", System.Text.Encoding.ASCII.GetBytes(other.ExportCertificatePem()));

        Assert.Equal("cannot-know", Run(null, "2022-01-15", file).Told[0].GetProperty("verdict").GetString());
        Assert.Equal("cannot-know", Run(pem, "2022-01-15", file).Told[0].GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("2022-01-15T08:01:30Z", true, "genuine", null)]
    [InlineData("2022-01-15T08:01:31Z", true, "rule-not-met", "over")]
    [InlineData("2022-01-15T08:01:30Z", false, "cannot-know", "key-unknown")]
    public void A_signed_personal_code_is_judged_by_the_keys_of_its_house(string at, bool isKnown, string verdict, string? reason)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        var thumbprint = Base64Url.EncodeToString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
        var text = PersonalQrSignature.Sign(
            "******000011|LY VAN QUAN|1978-**-**|0|162979388586171100|<1<<<", new DateTimeOffset(2022, 1, 15, 8, 1, 30, TimeSpan.Zero), thumbprint,
            bytes => key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        var keys = Write("keys.json", System.Text.Encoding.ASCII.GetBytes($$"""{"keys":[{"kty":"EC","crv":"P-256","x":"{{x}}","y":"{{y}}"}]}"""));

        var (_, told, _) = RunWith(new ListFiles(PersonalKeys: isKnown ? keys : null), at, Write("code.txt", System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.Equal(("personal-qr", verdict), (told[0].GetProperty("kind").GetString(), told[0].GetProperty("verdict").GetString()));
        Assert.Equal(reason, told[0].GetProperty("reasons").EnumerateArray().Select(said => said.GetString()).SingleOrDefault());
    }

    [Fact]
    public void A_list_is_read_in_the_ways_that_authorities_publish_it()
    {
        var der = Convert.ToBase64String(_signer.RawData);
        var id = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(_signer.RawData).AsSpan(0, 8));
        var key = Convert.ToBase64String(_signer.PublicKey.ExportSubjectPublicKeyInfo());
        var file = Write("code.txt", System.Text.Encoding.UTF8.GetBytes(GivenSigner.Text(_signer, GivenSigner.Vaccinated())));
        string[] lists =
        [
            _signer.ExportCertificatePem(), $$"""[{ "kid": "{{id}}", "rawData": "{{der}}", "country": "VN" }]""", $$"""{ "certificates": [{ "kid": "{{id}}", "rawData": "{{der}}" }, { "rawData": "no" }] }""",
            $$"""{ "eu_keys": { "{{id}}": [{ "subjectPk": "{{key}}", "keyUsage": ["v"] }] } }""", $$"""{ "VN": { "keys": [{ "kid": "{{id}}", "x5c": ["{{der}}"] }] } }""",
        ];

        foreach (var list in lists)
            Assert.Equal("genuine", Run(Write("list", System.Text.Encoding.UTF8.GetBytes(list)), "2022-01-15", file).Told[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public void What_its_issuer_took_back_is_not_genuine()
    {
        var file = Write("code.txt", System.Text.Encoding.UTF8.GetBytes(GivenSigner.Text(_signer, GivenSigner.Vaccinated())));
        var list = Write("revoked", RevocationList.Make([RevocationHash.OfId("URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF")], GivenSigner.Issued).File.ToArray());

        var (code, told, _) = Run(Trust(), list, rules: null, "2022-01-15", [file]);

        Assert.Equal((1, "not-genuine", "revoked"), (code, told[0].GetProperty("verdict").GetString(), told[0].GetProperty("reasons")[0].GetString()));
        Assert.Contains("It is no list of revocations", Run(Trust(), file, rules: null, "2022-01-15", [file]).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ ">=": [{ "var": "payload.v.0.dn" }, { "var": "payload.v.0.sd" }] }""", 0, "genuine", "")]
    [InlineData("""{ ">": [{ "var": "payload.v.0.dn" }, 2] }""", 1, "rule-not-met", "VR-VN-1")]
    [InlineData("""{ "in": [{ "var": "payload.v.0.mp" }, { "var": "external.valueSets.accepted" }] }""", 0, "genuine", "")]
    [InlineData("""{ "before": [{ "plusTime": [{ "var": "external.validationClock" }, 0, "day"] }, { "plusTime": [{ "var": "payload.v.0.dt" }, 100, "day"] }] }""", 1, "rule-not-met", "VR-VN-1")]
    [InlineData("""{ "unknown": [1] }""", 1, "cannot-know", "VR-VN-1")]
    public void Rules_of_the_country_must_be_met(string logic, int exit, string verdict, string unmet)
    {
        var folder = _folder.CreateSubdirectory("rules").FullName;
        File.WriteAllText(Path.Combine(folder, "rule.json"), $$"""
            [{ "Identifier": "VR-VN-1", "Version": "1.0.0", "Type": "Acceptance", "Country": "VN", "CertificateType": "Vaccination", "ValidFrom": "2021-07-01T00:00:00Z", "ValidTo": "2030-06-01T00:00:00Z", "Description": [], "Logic": {{logic}} },
             { "Identifier": "VR-VN-1", "Version": "0.9.0", "Type": "Acceptance", "Country": "VN", "CertificateType": "Vaccination", "ValidFrom": "2021-07-01T00:00:00Z", "ValidTo": "2030-06-01T00:00:00Z", "Logic": false },
             { "Identifier": "VR-LA-1", "Version": "1.0.0", "Type": "Acceptance", "Country": "LA", "CertificateType": "General", "ValidFrom": "2021-07-01T00:00:00Z", "ValidTo": "2030-06-01T00:00:00Z", "Logic": false },
             { "Identifier": "TR-VN-1", "Version": "1.0.0", "Type": "Acceptance", "Country": "VN", "CertificateType": "Test", "ValidFrom": "2021-07-01T00:00:00Z", "ValidTo": "2030-06-01T00:00:00Z", "Logic": false }]
            """);
        File.WriteAllText(Path.Combine(folder, "set.json"), """{ "valueSetId": "accepted", "valueSetValues": { "EU/1/20/1528": {} } }""");

        var (code, told, _) = Run(Trust(), revoked: null, folder, "2022-01-15", [Write("code.txt", System.Text.Encoding.UTF8.GetBytes(GivenSigner.Text(_signer, GivenSigner.Vaccinated())))]);

        Assert.Equal((exit, verdict), (code, told[0].GetProperty("verdict").GetString()));
        Assert.Equal(unmet, told[0].TryGetProperty("rules", out var rules) ? string.Join(',', rules.EnumerateArray()) : "");
    }

    [Fact]
    public void What_cannot_be_used_is_said_in_one_line_and_the_others_go_on()
    {
        var file = Write("code.txt", System.Text.Encoding.UTF8.GetBytes(GivenSigner.Text(_signer, GivenSigner.Vaccinated())));
        var blank = Write("blank.png", new SkiaSharp.SKBitmap(300, 300).Encode(SkiaSharp.SKEncodedImageFormat.Png, 100).ToArray());
        var broken = Write("broken.pdf", "%PDF-1.7 nothing"u8.ToArray());

        Assert.StartsWith("--at: Write the time", Run(null, "yesterday", file).Said, StringComparison.Ordinal);
        Assert.Contains("No key is found in it", Run(Write("list.json", "{}"u8.ToArray()), null, file).Said, StringComparison.Ordinal);
        var (code, told, said) = Run(Trust(), "2022-01-15", blank, Path.Combine(_folder.FullName, "nowhere.png"), broken, file);
        Assert.Equal((2, "no-code no-code "), (code, string.Join(' ', told.Select(line => line.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()).SingleOrDefault()))));
        Assert.Contains("nowhere.png", said, StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_told_in_words()
    {
        using var told = new StringWriter();
        Speech.Language = Language.Vietnamese;
        new VerifyQrWork([Write("code.txt", System.Text.Encoding.UTF8.GetBytes(GivenSigner.Text(_signer, GivenSigner.Vaccinated())))], new ListFiles(Trust()), "2023-01-15", asJson: false, new Terminal(told, false, TextWriter.Null, false, TimeProvider.System)).Run();

        Assert.Matches(@"code\.txt: chứng nhận theo định dạng châu Âu \[VN, [0-9a-f]{16}, ES256\], Lý Thị Mẩy: THẬT, nhưng không đạt quy định\. Đã hết hạn\.", told.ToString());
    }

    public void Dispose()
    {
        _signer.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Trust() => Write("trust.pem", System.Text.Encoding.ASCII.GetBytes(_signer.ExportCertificatePem()));

    private string Write(string name, byte[] content)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(file, content);
        return file;
    }

    private static (int Code, List<JsonElement> Told, string Said) Run(string? trust, string? at, params string[] files) => RunWith(new ListFiles(trust), at, files);

    private static (int Code, List<JsonElement> Told, string Said) Run(string? trust, string? revoked, string? rules, string? at, string[] files) => RunWith(new ListFiles(trust, revoked, rules), at, files);

    private static (int Code, List<JsonElement> Told, string Said) RunWith(ListFiles lists, string? at, params string[] files)
    {
        using var told = new StringWriter();
        using var said = new StringWriter();
        Speech.Language = Language.English;
        var code = new VerifyQrWork(files, lists, at, asJson: true, new Terminal(told, false, said, false, TimeProvider.System)).Run();
        return (code, [.. told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))], said.ToString());
    }
}
