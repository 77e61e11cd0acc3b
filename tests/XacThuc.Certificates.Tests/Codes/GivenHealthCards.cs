using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using XacThuc.Certificates.Codes.Trust;

namespace XacThuc.Certificates.Tests.Codes;

/// <summary>An issuer of SMART Health Cards of our own, and its cards.</summary>
internal sealed class GivenHealthCards : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _keyId;

    /// <param name="keyId">Its key's id where it is not the thumbprint.</param>
    public GivenHealthCards(string? keyId = null)
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        _keyId = keyId ?? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
        var keys = $$"""{ "keys": [{ "kty": "EC", "kid": "{{_keyId}}", "use": "sig", "alg": "ES256", "crv": "P-256", "x": "{{x}}", "y": "{{y}}" }, { "kty": "EC", "kid": "none", "crv": "P-256", "x": "AA", "y": "AA" }] }""";
        Trust = TrustList.TryRead(Encoding.UTF8.GetBytes(keys), out var list) ? list : throw new InvalidOperationException("No list.");
    }

    /// <summary>Whoever believes it, and a key that is none.</summary>
    public TrustList Trust { get; }

    /// <summary>A credential of a person that nobody is.</summary>
    public static string Vaccinated(DateTimeOffset from) => string.Create(CultureInfo.InvariantCulture, $$$$$"""
        {"iss":"https://smarthealth.example","nbf":{{{{{from.ToUnixTimeSeconds()}}}}},"vc":{"type":["https://smarthealth.cards#immunization"],"credentialSubject":{"fhirVersion":"4.0.1","fhirBundle":{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","name":[{"family":"Lý","given":["Thị Mẩy"]}],"birthDate":"1956-02-11"}},{"resource":{"resourceType":"Immunization","status":"completed","occurrenceDateTime":"2021-08-21"}},{"resource":{"resourceType":"Immunization","status":"completed","occurrenceDateTime":"2021-09-18"}}]}}}}
        """);

    /// <summary>A card that says what is given, signed by it unless somebody else is named.</summary>
    public string Card(string credential, string? header = null, ECDsa? signer = null)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(Encoding.UTF8.GetBytes(credential));
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header ?? $$"""{"zip":"DEF","alg":"ES256","kid":"{{_keyId}}"}"""))}.{Base64Url.EncodeToString(packed.ToArray())}";
        var signature = (signer ?? _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return "shc:/" + string.Concat($"{signed}.{Base64Url.EncodeToString(signature)}".Select(sign => (sign - 45).ToString("00", CultureInfo.InvariantCulture)));
    }

    public void Dispose() => _key.Dispose();
}
