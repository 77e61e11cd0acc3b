using System.Buffers;
using System.Formats.Cbor;
using System.Text.Json;

namespace XacThuc.Certificates.Hcert;

/// <summary>What was signed: a CBOR web token with a certificate in it (RFC 8392; electronic health certificate specification 1.0.5, 3.3).</summary>
/// <param name="Issuer">Who issued it, as a country: <c>VN</c>; empty where it is not said.</param>
/// <param name="IssuedAt">When; none where it is not said.</param>
/// <param name="ExpiresAt">Until when it is good; none where it is not said.</param>
/// <param name="Certificate">The certificate, by the EU DCC schema.</param>
public sealed record HcertClaims(string Issuer, DateTimeOffset? IssuedAt, DateTimeOffset? ExpiresAt, JsonElement Certificate)
{
    private const int IssuerKey = 1;
    private const int ExpiresKey = 4;
    private const int IssuedKey = 6;
    private const int CertificateKey = -260;

    /// <summary>Whether a moment is within its time; the very second of its end is, as verifiers agree.</summary>
    public bool IsGoodAt(DateTimeOffset at) => !(IssuedAt > at || ExpiresAt < at);

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(HcertClaims);

    /// <summary>Reads a certificate's CBOR that stands alone, signed by nobody.</summary>
    public static bool TryReadCertificate(ReadOnlyMemory<byte> cbor, out JsonElement certificate)
    {
        certificate = default;
        try
        {
            var reader = new CborReader(cbor, CborConformanceMode.Strict);
            certificate = JsonOf(reader);
            return reader.BytesRemaining == 0 && certificate.ValueKind == JsonValueKind.Object;
        }
        catch (Exception damaged) when (damaged is CborContentException or InvalidOperationException or OverflowException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Reads them.</summary>
    public static HcertFault Read(ReadOnlyMemory<byte> cbor, out HcertClaims? claims)
    {
        claims = null;
        try
        {
            // Strict: no name twice, no text that is no Unicode. Lengths may be left open, as some issuers do.
            var reader = new CborReader(cbor, CborConformanceMode.Strict);
            var (issuer, issued, expires, certificate) = ("", (DateTimeOffset?)null, (DateTimeOffset?)null, (JsonElement?)null);
            reader.ReadStartMap();
            while (reader.PeekState() != CborReaderState.EndMap)
            {
                switch (KeyOf(reader))
                {
                    case IssuerKey:
                        issuer = reader.ReadTextString();
                        break;
                    case IssuedKey:
                        issued = TimeOf(reader);
                        break;
                    case ExpiresKey:
                        expires = TimeOf(reader);
                        break;
                    case CertificateKey:
                        certificate = CertificateOf(reader);
                        break;
                    default:
                        reader.SkipValue();
                        break;
                }
            }

            reader.ReadEndMap();
            if (reader.BytesRemaining > 0) return HcertFault.NotCbor;
            if (certificate is not { ValueKind: JsonValueKind.Object } found) return HcertFault.NoCertificate;
            claims = new HcertClaims(issuer, issued, expires, found);
            return HcertFault.None;
        }
        catch (Exception damaged) when (damaged is CborContentException or InvalidOperationException or OverflowException or FormatException or ArgumentException)
        {
            return HcertFault.NotCbor;
        }
    }

    private static long? KeyOf(CborReader reader)
    {
        if (reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger) return reader.ReadInt64();
        reader.SkipValue();
        return null;
    }

    // Seconds since 1970, whole or not, with or without the tag that says so.
    private static DateTimeOffset TimeOf(CborReader reader)
    {
        if (reader.PeekState() == CborReaderState.Tag) reader.ReadTag();
        var seconds = reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger ? reader.ReadInt64() : reader.ReadDouble();
        if (!(seconds > DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds())) throw new CborContentException("No time.");
        return DateTimeOffset.UnixEpoch.AddSeconds(seconds);
    }

    private static JsonElement? CertificateOf(CborReader reader)
    {
        JsonElement? found = null;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            if (KeyOf(reader) is not 1)
            {
                reader.SkipValue();
                continue;
            }

            found = JsonOf(reader);
        }

        reader.ReadEndMap();
        return found;
    }

    // What is copied is sound already: nothing is checked twice.
    private static JsonElement JsonOf(CborReader reader)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { SkipValidation = true })) CborJson.Copy(reader, writer);
        return JsonElement.Parse(json.WrittenSpan);
    }
}
