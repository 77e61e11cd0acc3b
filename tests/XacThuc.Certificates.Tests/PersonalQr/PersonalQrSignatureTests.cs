using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.PersonalQr;
using XacThuc.Matching;
using Xunit;

namespace XacThuc.Certificates.Tests.PersonalQr;

public sealed class PersonalQrSignatureTests : IDisposable
{
    private static readonly DateTimeOffset Until = new(2026, 11, 27, 9, 0, 30, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_signed_code_is_genuine_until_its_last_second_and_over_then(bool inFull)
    {
        var text = Signed(_key, inFull);

        Assert.Equal("genuine ", Said(text, Until, _key));
        Assert.Equal("rule-not-met over", Said(text, Until.AddSeconds(1), _key));
        Assert.Equal(CodeKind.PersonalQr, CodeChecker.Check(text, Against(_key), Until).Kind);
        Assert.Equal(Until, CodeChecker.Check(text, Against(_key), Until).Signing!.ExpiresAt);
    }

    [Fact]
    public void Nobody_can_know_the_code_of_a_key_that_is_not_on_the_list() => Assert.Equal("cannot-know key-unknown", Said(Signed(_key), Until, _other));

    [Fact]
    public void A_code_without_a_signature_proves_nothing() => Assert.Equal("no-certificate unsigned", Said(Unsigned(), Until, _key));

    [Fact]
    public void Whatever_sign_of_it_is_changed_it_is_not_genuine_any_more()
    {
        var text = Signed(_key);

        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char.AlphaNumeric).Where(change => text[change.Item1] != change.Item2).Sample(change =>
        {
            var altered = text[..change.Item1] + change.Item2 + text[(change.Item1 + 1)..];
            return CodeChecker.Check(altered, Against(_key), Until).Verdict != Verdict.Genuine;
        }, iter: 500);
    }

    [Fact]
    public void Its_time_cannot_be_made_longer()
    {
        var text = Signed(_key);
        var (now, later) = (Written(Until), Written(Until.AddHours(1)));

        Assert.Equal("not-genuine signature-wrong", Said(text.Replace(now, later, StringComparison.Ordinal), Until, _key));
    }

    [Fact]
    public void What_is_written_behind_a_signature_is_signed_by_nobody() => Assert.Equal("no-certificate unsigned", Said(Signed(_key) + "<more", Until, _key));

    [Fact]
    public void A_key_that_only_calls_itself_another_does_not_sign_in_its_place()
    {
        var forged = PersonalQrSignature.Sign(Unsigned(), Until, Thumbprint(_key), bytes => Sign(_other, bytes));

        Assert.Equal("not-genuine signature-wrong", Said(forged, Until, _key));
    }

    [Fact]
    public void The_signature_is_what_others_compute_too()
    {
        var text = Signed(_key);
        var parts = text.Split('<')[^1].Split('.');

        Assert.Equal(3, parts.Length);
        Assert.Equal("tp5l0u", parts[0]);
        Assert.True(_key.VerifyData(
            Encoding.UTF8.GetBytes(text[..text.IndexOf("." + parts[1], StringComparison.Ordinal)]), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    [Fact]
    public void A_code_is_signed_once()
    {
        Assert.Throws<ArgumentException>(() => PersonalQrSignature.Sign(Signed(_key), Until, Thumbprint(_key), bytes => Sign(_key, bytes)));
    }

    [Fact]
    public void Keys_of_another_kind_and_points_beside_the_curve_are_left_out()
    {
        var odd = JsonSerializer.Deserialize<JsonElement>("""[{"kty":"RSA"},{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"},{"kty":"EC","crv":"P-256"}]""");

        Assert.Equal(0, PersonalKeys.Of(odd.EnumerateArray()).Count);
        Assert.Throws<JsonException>(() => PersonalKeys.Of([JsonSerializer.SerializeToElement(1)]));
    }

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    private static string Unsigned(bool inFull = false)
    {
        _ = PartialDate.TryCreate(1987, 1, 18, out var born);
        return PersonalQrWriter.Write(new ScannedPersonalQr("001093029317", Id: null, "Nguyễn Lê Khả Hân", born, QrDeclarer.Oneself, "162979388586171100", Sex.Female, "", ""), inFull);
    }

    private static string Signed(ECDsa key, bool inFull = false) => PersonalQrSignature.Sign(Unsigned(inFull), Until, Thumbprint(key), bytes => Sign(key, bytes));

    private static byte[] Sign(ECDsa key, byte[] bytes) => key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static string Written(DateTimeOffset at)
    {
        var (number, signs) = (at.ToUnixTimeSeconds(), "");
        for (; number > 0; number /= 36) signs = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(number % 36)] + signs;
        return signs;
    }

    private static CheckedAgainst Against(ECDsa key) => CheckedAgainst.Keys(TrustList.Empty) with { PersonalKeys = PersonalKeys.Of([Jwk(key)]) };

    private static string Said(string text, DateTimeOffset at, ECDsa key)
    {
        var code = CodeChecker.Check(text, Against(key), at);
        return $"{code.Verdict.Word()} {string.Join(',', code.Reasons.Select(reason => reason.Word()))}";
    }

    private static JsonElement Jwk(ECDsa key)
    {
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        return JsonSerializer.SerializeToElement(new { kty = "EC", crv = "P-256", x = Base64Url.EncodeToString(q.X), y = Base64Url.EncodeToString(q.Y) });
    }

    private static string Thumbprint(ECDsa key)
    {
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(q.X)}}","y":"{{Base64Url.EncodeToString(q.Y)}}"}""")));
    }
}
