using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Hcert.Schema;
using XacThuc.Cli.VerifyQr.Pictures;

namespace XacThuc.Cli.VerifyQr.Vectors;

/// <summary>The checks of dgc-testdata, as its README says them, on one vector. What a vector expects nothing of is not looked at.</summary>
internal sealed class VectorChecks
{
    private readonly JsonElement _vector;
    private readonly HcertFault _fault;
    private readonly HcertMessage? _message;

    private VectorChecks(JsonElement vector)
    {
        _vector = vector;
        _fault = Bytes("COSE") is { Length: > 0 } cose ? HcertMessage.TryRead(cose, out _message) : HcertMessage.TryRead(Text("PREFIX"), out _message);
    }

    /// <summary>What each check came to, in the vector's order; those of other names are left out.</summary>
    public static IReadOnlyList<VectorCheck> Of(JsonElement vector)
    {
        var checks = new VectorChecks(vector);
        return
        [
            .. from expected in vector.GetProperty("EXPECTEDRESULTS").EnumerateObject()
               where expected.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
               let actual = checks.Judge(expected.Name)
               where actual is not null
               select new VectorCheck(expected.Name, expected.Value.GetBoolean(), actual.Value),
        ];
    }

    private bool? Judge(string check) => check switch
    {
        "EXPECTEDPICTUREDECODE" when Text("2DCODE").Length == 0 => null,
        "EXPECTEDPICTUREDECODE" => Bytes64("2DCODE") is { } picture && PictureCodes.Of(picture).Contains(Text("PREFIX").Trim(), StringComparer.Ordinal),
        "EXPECTEDUNPREFIX" => HcertEnvelope.Unprefix(Text("PREFIX"), out var base45) == HcertFault.None && base45.SequenceEqual(Text("BASE45")),
        "EXPECTEDB45DECODE" => Base45.TryDecode(Text("BASE45"), out var compressed) && (Bytes("COMPRESSED") is not { Length: > 0 } same || compressed.AsSpan().SequenceEqual(same)),
        "EXPECTEDCOMPRESSION" => Bytes("COMPRESSED") is { } packed && HcertEnvelope.Inflate(packed, out var cose) == HcertFault.None && cose.AsSpan().SequenceEqual(Bytes("COSE")),
        "EXPECTEDDECODE" => IsRead && SaysTheSame(_message!.Claims.Certificate),
        "EXPECTEDVALIDJSON" => HcertMessage.TryRead(Text("PREFIX"), out var whole) == HcertFault.None ? SaysTheSame(whole!.Claims.Certificate) : Text("PREFIX").Length == 0 && IsRead && SaysTheSame(_message!.Claims.Certificate),
        "EXPECTEDENCODE" => Bytes("CBOR") is { } cbor && CertificateOf(cbor) is { } certificate && SaysTheSame(certificate),
        "EXPECTEDVALIDOBJECT" => Json is { } json && DccSchema.Check(json).Count == 0,
        "EXPECTEDSCHEMAVALIDATION" => (Json is { } said ? DccSchema.Check(said).Count : _message is null ? 1 : DccSchema.Check(_message.Claims).Count) == 0,
        "EXPECTEDVERIFY" => IsRead && Signed(_message!.IsSignedBy),
        "EXPECTEDKEYUSAGE" => IsRead && Signed(signer => SignerUse.May(SignerUse.Of(signer), _message!.Claims)),
        "EXPECTEDEXPIRATIONCHECK" => IsRead && Clock is { } at && _message!.Claims.IsGoodAt(at),
        _ => null,
    };

    private bool IsRead => _fault == HcertFault.None && _message is not null;

    private JsonElement? Json => _vector.TryGetProperty("JSON", out var json) && json.ValueKind == JsonValueKind.Object ? json : null;

    private JsonElement Context => _vector.TryGetProperty("TESTCTX", out var context) ? context : default;

    private DateTimeOffset? Clock =>
        Context.ValueKind == JsonValueKind.Object && Context.TryGetProperty("VALIDATIONCLOCK", out var clock) && clock.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(clock.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private bool Signed(Func<X509Certificate2, bool> isSo)
    {
        if (Context.ValueKind != JsonValueKind.Object || !Context.TryGetProperty("CERTIFICATE", out var written) || written.ValueKind != JsonValueKind.String) return false;
        using var signer = WrittenSigner.Find(written.GetString()!);
        return signer is not null && isSo(signer);
    }

    // Some write the whole web token there.
    private static JsonElement? CertificateOf(byte[] cbor) =>
        HcertClaims.TryReadCertificate(cbor, out var alone) ? alone : HcertClaims.Read(cbor, out var claims) == HcertFault.None ? claims!.Certificate : null;

    private bool SaysTheSame(JsonElement read) => Json is not { } json || SameJson.Are(json, read);

    private string Text(string name) => _vector.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    private byte[]? Bytes(string name)
    {
        try
        {
            return Text(name) is { Length: > 0 } hex ? Convert.FromHexString(hex.Trim()) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private byte[]? Bytes64(string name)
    {
        var buffer = new byte[Text(name).Length];
        return Convert.TryFromBase64String(Text(name), buffer, out var length) ? buffer[..length] : null;
    }
}
