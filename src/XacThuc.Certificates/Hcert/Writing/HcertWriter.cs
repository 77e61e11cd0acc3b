using System.Diagnostics;
using System.Formats.Cbor;
using System.Globalization;
using System.IO.Compression;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Certificates.Hcert.Writing;

/// <summary>
/// Writes a certificate as the text of its QR code. Its CBOR is canonical (RFC 8949, 4.2.1): lengths are said beforehand, names stand in
/// order, so that the same certificate is the same bytes wherever it is written.
/// </summary>
public static class HcertWriter
{
    /// <summary>The schema that is written.</summary>
    public const string Version = "1.3.0";

    /// <summary>Writes it.</summary>
    /// <param name="certificate">What it says.</param>
    /// <param name="issuer">The country of its issuer: <c>VN</c>.</param>
    /// <param name="issuedAt">From when it is good, to the second.</param>
    /// <param name="expiresAt">Until when, to the second.</param>
    /// <param name="signer">The key.</param>
    public static string Write(Dcc certificate, string issuer, DateTimeOffset issuedAt, DateTimeOffset expiresAt, HcertSigner signer)
    {
        var cose = signer.Sign(Claims(certificate, issuer, issuedAt, expiresAt));
        using var packed = new MemoryStream(cose.Length + 16);

        // What fills most of it, a signature and numbers, packs no better with more effort: two bytes of 340.
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(cose);
        return HcertEnvelope.Prefix + Base45.Encode(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>What is signed: the web token's CBOR.</summary>
    public static byte[] Claims(Dcc certificate, string issuer, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
    {
        // In order already, so that nothing has to be sorted.
        var cbor = new CborWriter(CborConformanceMode.Lax);
        cbor.WriteStartMap(4);
        cbor.WriteInt32(1);
        cbor.WriteTextString(issuer);
        cbor.WriteInt32(4);
        cbor.WriteInt64(expiresAt.ToUnixTimeSeconds());
        cbor.WriteInt32(6);
        cbor.WriteInt64(issuedAt.ToUnixTimeSeconds());
        cbor.WriteInt32(-260);
        cbor.WriteStartMap(1);
        cbor.WriteInt32(1);
        Certificate(cbor, certificate);
        cbor.WriteEndMap();
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private static void Certificate(CborWriter cbor, Dcc certificate)
    {
        cbor.WriteStartMap(4);
        cbor.WriteTextString(certificate.Entry switch { DccEntry.Vaccination => "v", DccEntry.Test => "t", _ => "r" });
        cbor.WriteStartArray(1);
        Entry(cbor, certificate.Entry);
        cbor.WriteEndArray();
        Text(cbor, "dob", certificate.Born);
        cbor.WriteTextString("nam");
        Name(cbor, certificate.Name);
        Text(cbor, "ver", Version);
        cbor.WriteEndMap();
    }

    private static void Name(CborWriter cbor, DccName name)
    {
        var hasGiven = name.Given.Length > 0;
        cbor.WriteStartMap(hasGiven ? 4 : 2);
        Text(cbor, "fn", ComposedText.Of(name.Family));
        if (hasGiven) Text(cbor, "gn", ComposedText.Of(name.Given));
        Text(cbor, "fnt", PassportName.Of(name.Family));
        if (hasGiven) Text(cbor, "gnt", PassportName.Of(name.Given));
        cbor.WriteEndMap();
    }

    // All names have two letters: their order is the alphabet's.
    private static void Entry(CborWriter cbor, DccEntry entry)
    {
        switch (entry)
        {
            case DccEntry.Vaccination vaccination:
                Vaccination(cbor, vaccination);
                break;
            case DccEntry.Test test:
                Test(cbor, test);
                break;
            case DccEntry.Recovery recovery:
                Recovery(cbor, recovery);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Vaccination(CborWriter cbor, DccEntry.Vaccination entry)
    {
        cbor.WriteStartMap(10);
        Text(cbor, "ci", entry.Issued.Id);
        Text(cbor, "co", entry.Issued.Country);
        Number(cbor, "dn", entry.Dose);
        Text(cbor, "dt", Iso(entry.GivenOn));
        Text(cbor, "is", entry.Issued.Issuer);
        Text(cbor, "ma", entry.Holder);
        Text(cbor, "mp", entry.Product);
        Number(cbor, "sd", entry.Doses);
        Text(cbor, "tg", entry.Issued.Disease);
        Text(cbor, "vp", entry.Prophylaxis);
        cbor.WriteEndMap();
    }

    private static void Test(CborWriter cbor, DccEntry.Test entry)
    {
        cbor.WriteStartMap(7 + (entry.Device is null ? 0 : 1) + (entry.Name is null ? 0 : 1) + (entry.Centre is null ? 0 : 1));
        Text(cbor, "ci", entry.Issued.Id);
        Text(cbor, "co", entry.Issued.Country);
        Text(cbor, "is", entry.Issued.Issuer);
        if (entry.Device is { } device) Text(cbor, "ma", device);
        if (entry.Name is { } name) Text(cbor, "nm", name);
        Text(cbor, "sc", Moments.Iso(entry.TakenAt));
        if (entry.Centre is { } centre) Text(cbor, "tc", centre);
        Text(cbor, "tg", entry.Issued.Disease);
        Text(cbor, "tr", entry.Result);
        Text(cbor, "tt", entry.Type);
        cbor.WriteEndMap();
    }

    private static void Recovery(CborWriter cbor, DccEntry.Recovery entry)
    {
        cbor.WriteStartMap(7);
        Text(cbor, "ci", entry.Issued.Id);
        Text(cbor, "co", entry.Issued.Country);
        Text(cbor, "df", Iso(entry.From));
        Text(cbor, "du", Iso(entry.Until));
        Text(cbor, "fr", Iso(entry.FirstPositiveOn));
        Text(cbor, "is", entry.Issued.Issuer);
        Text(cbor, "tg", entry.Issued.Disease);
        cbor.WriteEndMap();
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Text(CborWriter cbor, string name, string value)
    {
        cbor.WriteTextString(name);
        cbor.WriteTextString(value);
    }

    private static void Number(CborWriter cbor, string name, int value)
    {
        cbor.WriteTextString(name);
        cbor.WriteInt32(value);
    }
}
