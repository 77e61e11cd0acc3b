using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Documents.Signing;

/// <summary>
/// The signed attribute that names the signer's certificate by its digest (RFC 5035, 3), so that another certificate of the
/// same key cannot take its place.
/// </summary>
internal static class SigningCertificateV2
{
    /// <summary>The attribute's object identifier.</summary>
    public const string Oid = "1.2.840.113549.1.9.16.2.47";

    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";
    private static readonly Asn1Tag DirectoryName = new(TagClass.ContextSpecific, 4);

    /// <summary>The attribute of a certificate: SHA-256, which is the default and left out, with issuer and serial.</summary>
    public static AsnEncodedData Of(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(DirectoryName))
                {
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                }

                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }

        return new AsnEncodedData(Oid, writer.Encode());
    }

    /// <summary>Whether the attribute's value names this certificate first. False for what is none.</summary>
    public static bool Names(byte[] value, X509Certificate2 certificate)
    {
        try
        {
            var first = new AsnReader(value, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
            var digest = first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? first.ReadSequence().ReadObjectIdentifier() : Sha256;
            return first.ReadOctetString().AsSpan().SequenceEqual(DigestOf(certificate, digest))
                && (!first.HasData || IsIssuerAndSerial(first.ReadSequence(), certificate));
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool IsIssuerAndSerial(AsnReader named, X509Certificate2 certificate) =>
        named.ReadSequence().ReadSequence(DirectoryName).ReadEncodedValue().Span.SequenceEqual(certificate.IssuerName.RawData)
        && named.ReadIntegerBytes().Span.SequenceEqual(certificate.SerialNumberBytes.Span);

    private static byte[] DigestOf(X509Certificate2 certificate, string digest) => digest switch
    {
        Sha256 => SHA256.HashData(certificate.RawData),
        Sha384 => SHA384.HashData(certificate.RawData),
        Sha512 => SHA512.HashData(certificate.RawData),
        _ => [],
    };
}
