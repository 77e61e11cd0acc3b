using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Text.Json;
using XacThuc.Certificates.Checking;
using XacThuc.Certificates.Hcert.Content;
using XacThuc.Certificates.Hcert.Signatures;
using XacThuc.Testing.Conformance;
using Xunit;

namespace XacThuc.Certificates.Tests.Hcert;

/// <summary>What certificates stand on, on the suites that others publish: CBOR, COSE, ECDSA; of COSE what no certificate has is the platform's.</summary>
public sealed class PublishedSignaturesTests
{
    // Numbers of more than 64 bits and those that JSON has not: no certificate needs them.
    private static readonly string[] NoJson = ["c249010000000000000000", "3bffffffffffffffff", "c349010000000000000000"];

    // Their algorithm stands outside of what is signed (decision 0034).
    private static readonly string[] UnsignedAlgorithm = ["sign-pass-01.json"];

    [Fact]
    public void Cbor_is_read_as_published()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);
        var values = PublishedSuites.Read(PublishedSuites.At("cbor/appendix_a.json")).EnumerateArray().ToList();

        var differing = new List<string>();
        foreach (var value in values)
        {
            var hex = value.GetProperty("hex").GetString()!;
            var bytes = Convert.FromHexString(hex);
            if (!value.TryGetProperty("decoded", out var decoded)) new CborReader(bytes, CborConformanceMode.Lax).SkipValue();
            else if (!NoJson.Contains(hex, StringComparer.Ordinal) && !Same(decoded, bytes)) differing.Add($"{hex}: {decoded.GetRawText()}");
        }

        Assert.Equal("", string.Join('\n', differing));
        Assert.Equal(82, values.Count);
    }

    [Fact]
    public void Signatures_of_cose_are_good_or_not_as_published()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);
        var files = Directory.GetFiles(PublishedSuites.At("cose"), "*.json", SearchOption.AllDirectories);

        var differing = files.Where(file => PublishedSuites.Read(file) is var example
            && Verifies(example) != !(example.TryGetProperty("fail", out var fails) && fails.GetBoolean())).Select(Path.GetFileName);

        Assert.Equal(string.Join('\n', UnsignedAlgorithm), string.Join('\n', differing));
        Assert.Equal(20, files.Length);
    }

    [Fact]
    public void Signatures_of_wycheproof_are_good_or_not_as_published()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);
        var (good, bad, differing) = (0, 0, new List<int>());
        foreach (var group in PublishedSuites.Read(PublishedSuites.At("wycheproof/ecdsa_secp256r1_sha256_p1363_test.json")).GetProperty("testGroups").EnumerateArray())
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromHexString(group.GetProperty("publicKeyDer").GetString()!), out _);
            var checking = CheckingKey.Of(key);
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                var expected = test.GetProperty("result").GetString() is "valid";
                if (expected) good++;
                else bad++;
                var (message, signature) = (Convert.FromHexString(test.GetProperty("msg").GetString()!), Convert.FromHexString(test.GetProperty("sig").GetString()!));
                if (checking.IsSigned(SHA256.HashData(message), signature) != expected) differing.Add(test.GetProperty("tcId").GetInt32());
            }
        }

        Assert.Equal("", string.Join(' ', differing));
        Assert.Equal((173, 89), (good, bad));
    }

    private static bool Same(JsonElement decoded, byte[] cbor)
    {
        var read = CborTree.Read(new CborReader(cbor, CborConformanceMode.Lax), cbor).ToJson();
        return decoded.ValueKind == JsonValueKind.Number ? decoded.GetDouble() == read.GetDouble() : JsonElement.DeepEquals(decoded, read);
    }

    private static bool Verifies(JsonElement example)
    {
        try
        {
            var (input, cose) = (example.GetProperty("input"), Convert.FromHexString(example.GetProperty("output").GetProperty("cbor").GetString()!));
            var signer = input.TryGetProperty("sign0", out var single) ? single : input.GetProperty("sign").GetProperty("signers")[0];
            var external = signer.TryGetProperty("external", out var added) ? Convert.FromHexString(added.GetString()!) : [];
            using var key = KeyOf(signer.GetProperty("key"));
            if (input.TryGetProperty("sign0", out _) && external.Length == 0 && SignedMessage.Read(new CborReader(cose, CborConformanceMode.Lax)) is { Algorithm: -7 } signed) return CheckingKey.Of(key).IsSigned(signed.Digest(), signed.Signature.Span);
            return input.TryGetProperty("sign0", out _)
                ? CoseMessage.DecodeSign1(cose).VerifyEmbedded(key, external)
                : CoseMessage.DecodeMultiSign(cose).Signatures[0].VerifyEmbedded(key, external);
        }
        catch (Exception damaged) when (damaged is CryptographicException or CborContentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static AsymmetricAlgorithm KeyOf(JsonElement key)
    {
        byte[] Base64(string name) => System.Buffers.Text.Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
        byte[] Hex(string name) => Convert.FromHexString(key.GetProperty(name).GetString()!);
        if (key.GetProperty("kty").GetString() is "RSA") return RSA.Create(new RSAParameters { Modulus = Hex("n_hex"), Exponent = Hex("e_hex") });
        var curve = key.GetProperty("crv").GetString() switch
        {
            "P-384" => ECCurve.NamedCurves.nistP384,
            "P-521" => ECCurve.NamedCurves.nistP521,
            _ => ECCurve.NamedCurves.nistP256,
        };
        return ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = Base64("x"), Y = Base64("y") } });
    }
}
