using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using XacThuc.Certificates.Bundles;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Tests.Hcert;
using Xunit;

namespace XacThuc.Certificates.Tests.Bundles;

/// <summary>What a guard's device is sent, read back as it reads it.</summary>
public sealed class BundleWriterTests : IDisposable
{
    private const string MayTests = "1.3.6.1.4.1.1847.2021.1.1";
    private static readonly DateTimeOffset Issued = new(2026, 11, 27, 16, 0, 0, TimeSpan.FromHours(7));

    private readonly ECDsa _house = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void It_is_signed_by_the_key_that_it_names()
    {
        var parts = Write(Bundle(TrustList.Empty)).Split('.');

        Assert.Equal("""{"alg":"ES256","kid":"house","typ":"xacthuc-bundle"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        Assert.True(_house.VerifyData(signed, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    [Fact]
    public void It_says_when_it_was_made_and_when_it_is_old()
    {
        var said = Read(Bundle(TrustList.Empty));

        Assert.Equal(("2026-11-27T09:00:00Z", "2026-11-28T09:00:00Z", "VN"), (Text(said, "issued"), Text(said, "stale"), Text(said, "country")));
        Assert.Equal(1, said.GetProperty("version").GetInt32());
        Assert.Equal(JsonValueKind.Null, said.GetProperty("revocations").ValueKind);
    }

    [Fact]
    public void Keys_of_certificates_have_their_time_and_what_they_may_sign()
    {
        using var ec = GivenSigner.Ec(MayTests);
        using var rsa = GivenSigner.Rsa();

        var keys = Read(Bundle(Trust($"{ec.ExportCertificatePem()}\n{rsa.ExportCertificatePem()}"))).GetProperty("keys").EnumerateArray().ToList();

        var restricted = keys.Single(key => Text(key, "kid").Equals(KeyId(ec), StringComparison.Ordinal));
        Assert.Equal(("EC", "P-256", "VN"), (Text(restricted.GetProperty("jwk"), "kty"), Text(restricted.GetProperty("jwk"), "crv"), Text(restricted, "country")));
        Assert.Equal("""["t"]""", restricted.GetProperty("use").GetRawText());
        Assert.Equal(new DateTimeOffset(ec.NotAfter), DateTimeOffset.Parse(Text(restricted, "to"), CultureInfo.InvariantCulture));
        var open = keys.Single(key => Text(key, "kid").Equals(KeyId(rsa), StringComparison.Ordinal));
        Assert.Equal("RSA", Text(open.GetProperty("jwk"), "kty"));
        Assert.False(open.TryGetProperty("use", out _));
        using var key = rsa.GetRSAPublicKey()!;
        Assert.Equal(key.ExportParameters(includePrivateParameters: false).Modulus, Base64Url.DecodeFromChars(Text(open.GetProperty("jwk"), "n")));
    }

    [Fact]
    public void Keys_of_health_cards_stand_apart_under_their_thumbprint()
    {
        var point = _house.ExportParameters(includePrivateParameters: false).Q;
        var list = $$"""{"keys":[{"kty":"EC","kid":"3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s","crv":"P-256","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}]}""";

        var said = Read(Bundle(Trust(list)));

        Assert.Equal(0, said.GetProperty("keys").GetArrayLength());
        Assert.Equal("3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s", Text(said.GetProperty("healthCardKeys")[0], "kid"));
    }

    [Fact]
    public void Of_a_key_of_the_house_nothing_secret_is_written()
    {
        var jwk = JsonElement.Parse("""{"kty":"EC","crv":"P-256","x":"AA","y":"BB","d":"secret"}""");

        var said = Read(Bundle(TrustList.Empty) with { BundleKeys = [new BundleKey("one", jwk)], PersonalKeys = [new BundleKey("two", jwk)] });

        Assert.Equal("""[{"kty":"EC","crv":"P-256","x":"AA","y":"BB","kid":"one"}]""", said.GetProperty("bundleKeys").GetRawText());
        Assert.Equal("""[{"kid":"two","jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"BB","kid":"two"}}]""", said.GetProperty("personalKeys").GetRawText());
    }

    [Fact]
    public void Rules_are_written_as_they_are_published_and_of_values_only_their_codes()
    {
        var rule = JsonElement.Parse("""{"Identifier":"VR-VN-0001","Logic":{"===":[1,1]}}""");
        var set = JsonElement.Parse("""{"valueSetId":"disease","valueSetDate":"2021","valueSetValues":{"840539006":{"display":"COVID-19"}}}""");

        var said = Read(Bundle(TrustList.Empty) with { Rules = [rule], ValueSets = [set] });

        Assert.Equal($"[{rule.GetRawText()}]", said.GetProperty("rules").GetRawText());
        Assert.Equal("""[{"valueSetId":"disease","valueSetValues":{"840539006":{}}}]""", said.GetProperty("valueSets").GetRawText());
    }

    [Fact]
    public void What_was_taken_back_is_named_by_its_content()
    {
        var list = RevocationList.Make([RevocationHash.OfId("URN:UVCI:01:VN:1")], Issued);

        var said = Read(Bundle(TrustList.Empty) with { Revoked = list }).GetProperty("revocations");

        var name = Convert.ToHexStringLower(SHA256.HashData(list.File.Span));
        Assert.Equal((name, $"/verifier/api/revocations/{name}"), (Text(said, "sha256"), Text(said, "address")));
        Assert.Equal((list.File.Length, 1), (said.GetProperty("bytes").GetInt32(), said.GetProperty("count").GetInt32()));
    }

    public void Dispose() => _house.Dispose();

    private static VerifierBundle Bundle(TrustList trust) => new("VN", Issued, Issued.AddDays(1), trust);

    private static TrustList Trust(string list) => TrustList.TryRead(Encoding.UTF8.GetBytes(list), out var trust) ? trust : throw new InvalidOperationException("No list.");

    private static string KeyId(X509Certificate2 own) => Convert.ToBase64String(SHA256.HashData(own.RawData)[..8]);

    private static string Text(JsonElement part, string name) => part.GetProperty(name).GetString()!;

    private string Write(VerifierBundle bundle) =>
        BundleWriter.Write(bundle, "house", data => _house.SignData(data.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    private JsonElement Read(VerifierBundle bundle) => JsonElement.Parse(Base64Url.DecodeFromChars(Write(bundle).Split('.')[1]));
}
