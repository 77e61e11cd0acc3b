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

    private static void Entry(CborWriter cbor, DccEntry entry)
    {
        var fields = FieldsOf(entry);
        cbor.WriteStartMap(fields.Length);
        foreach (var (name, value, number) in fields)
        {
            cbor.WriteTextString(name);
            if (value is null) cbor.WriteInt32(number);
            else cbor.WriteTextString(value);
        }

        cbor.WriteEndMap();
    }

    // All names have two letters: their order is the alphabet's.
    private static (string Name, string? Value, int Number)[] FieldsOf(DccEntry entry)
    {
        var (disease, country, issuer, id) = entry.Issued;
        return entry switch
        {
            DccEntry.Vaccination v =>
            [
                ("ci", id, 0), ("co", country, 0), ("dn", null, v.Dose), ("dt", Iso(v.GivenOn), 0), ("is", issuer, 0), ("ma", v.Holder, 0), ("mp", v.Product, 0), ("sd", null, v.Doses),
                ("tg", disease, 0), ("vp", v.Prophylaxis, 0),
            ],
            DccEntry.Recovery r => [("ci", id, 0), ("co", country, 0), ("df", Iso(r.From), 0), ("du", Iso(r.Until), 0), ("fr", Iso(r.FirstPositiveOn), 0), ("is", issuer, 0), ("tg", disease, 0)],
            DccEntry.Test t =>
            [
                ("ci", id, 0), ("co", country, 0), ("is", issuer, 0), .. Where("ma", t.Device), .. Where("nm", t.Name),
                ("sc", t.TakenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), 0), .. Where("tc", t.Centre), ("tg", disease, 0), ("tr", t.Result, 0), ("tt", t.Type, 0),
            ],
            _ => throw new UnreachableException(),
        };
    }

    private static (string, string?, int)[] Where(string name, string? value) => value is null ? [] : [(name, value, 0)];

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Text(CborWriter cbor, string name, string value)
    {
        cbor.WriteTextString(name);
        cbor.WriteTextString(value);
    }
}
