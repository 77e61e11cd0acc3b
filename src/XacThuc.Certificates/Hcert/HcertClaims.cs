using System.Formats.Cbor;
using System.Text.Json;
using XacThuc.Certificates.Hcert.Content;

namespace XacThuc.Certificates.Hcert;

/// <summary>What was signed: a CBOR web token with a certificate in it (RFC 8392; electronic health certificate specification 1.0.5, 3.3).</summary>
public sealed class HcertClaims
{
    private const int IssuerKey = 1;
    private const int ExpiresKey = 4;
    private const int IssuedKey = 6;
    private const int CertificateKey = -260;

    private JsonElement? _certificate;

    private HcertClaims(string issuer, DateTimeOffset? issuedAt, DateTimeOffset? expiresAt, CborValue content) => (Issuer, IssuedAt, ExpiresAt, Content) = (issuer, issuedAt, expiresAt, content);

    /// <summary>Who issued it, as a country: <c>VN</c>; empty where it is not said.</summary>
    public string Issuer { get; }

    /// <summary>When; none where it is not said.</summary>
    public DateTimeOffset? IssuedAt { get; }

    /// <summary>Until when it is good; none where it is not said.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The certificate, by the EU DCC schema.</summary>
    public JsonElement Certificate => _certificate ??= Content.ToJson();

    /// <summary>The certificate as it was signed.</summary>
    internal CborValue Content { get; }

    /// <summary>Whether a moment is within its time; the very second of its end is, as verifiers agree.</summary>
    public bool IsGoodAt(DateTimeOffset at) => !(IssuedAt > at || ExpiresAt < at);

    /// <summary>The ids of its entries, <c>URN:UVCI:01:VN:…</c>: commonly one.</summary>
    public IReadOnlyList<string> Ids()
    {
        var ids = new List<string>();
        foreach (var part in Content.Within)
        {
            if (part.Kind != CborKind.List) continue;
            foreach (var entry in part.Within)
                if (entry.FindText("ci"u8) is { } id) ids.Add(id);
        }

        return ids;
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(HcertClaims);

    /// <summary>Reads a certificate's CBOR that stands alone, signed by nobody.</summary>
    public static bool TryReadCertificate(ReadOnlyMemory<byte> cbor, out JsonElement certificate)
    {
        certificate = default;
        try
        {
            var reader = new CborReader(cbor, CborConformanceMode.Lax);
            var content = CborTree.Read(reader, cbor);
            if (reader.BytesRemaining > 0 || content.Kind != CborKind.Map) return false;
            certificate = content.ToJson();
            return true;
        }
        catch (Exception damaged) when (damaged is CborContentException or InvalidOperationException or OverflowException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Reads them.</summary>
    public static HcertFault Read(ReadOnlyMemory<byte> cbor, out HcertClaims? claims) => Read(new CborReader(cbor, CborConformanceMode.Lax), cbor, out claims);

    /// <summary>Reads them with a reader at their beginning.</summary>
    internal static HcertFault Read(CborReader reader, ReadOnlyMemory<byte> cbor, out HcertClaims? claims)
    {
        claims = null;
        try
        {
            // Lengths may be left open, as some issuers do.
            var (issuer, issued, expires, certificate) = ((string?)null, (DateTimeOffset?)null, (DateTimeOffset?)null, (CborValue?)null);
            reader.ReadStartMap();
            while (reader.PeekState() != CborReaderState.EndMap)
            {
                switch (KeyOf(reader))
                {
                    case IssuerKey when issuer is null:
                        issuer = reader.ReadTextString();
                        break;
                    case IssuedKey when issued is null:
                        issued = TimeOf(reader);
                        break;
                    case ExpiresKey when expires is null:
                        expires = TimeOf(reader);
                        break;
                    case CertificateKey when certificate is null:
                        certificate = CertificateOf(reader, cbor);
                        break;
                    case IssuerKey or IssuedKey or ExpiresKey or CertificateKey:
                        // Which of two would count?
                        return HcertFault.NotCbor;
                    default:
                        reader.SkipValue();
                        break;
                }
            }

            reader.ReadEndMap();
            if (reader.BytesRemaining > 0) return HcertFault.NotCbor;
            if (certificate is not { Kind: CborKind.Map } found) return HcertFault.NoCertificate;
            claims = new HcertClaims(issuer ?? "", issued, expires, found);
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

    private static CborValue? CertificateOf(CborReader reader, ReadOnlyMemory<byte> cbor)
    {
        CborValue? found = null;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            if (KeyOf(reader) is not 1)
            {
                reader.SkipValue();
                continue;
            }

            if (found is not null) throw new CborContentException("A certificate stands twice.");
            found = CborTree.Read(reader, cbor);
        }

        reader.ReadEndMap();
        return found;
    }
}
