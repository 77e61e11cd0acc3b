using System.Formats.Asn1;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>What an RSASSA-PSS signature says of itself (RFC 4055, 3.1).</summary>
/// <param name="Digest">The digest's object identifier.</param>
/// <param name="SaltLength">Bytes of salt.</param>
internal sealed record PssParameters(string Digest, int SaltLength)
{
    private const string Sha1 = "1.3.14.3.2.26";
    private const int DefaultSalt = 20;
    private static readonly Asn1Tag DigestTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag SaltTag = new(TagClass.ContextSpecific, 2);

    /// <summary>Reads an algorithm identifier whose algorithm is RSASSA-PSS; throws <see cref="AsnContentException"/> where it is none.</summary>
    public static PssParameters Read(AsnReader algorithm)
    {
        algorithm.ReadObjectIdentifier();
        var (digest, salt) = (Sha1, DefaultSalt);
        for (var parameters = algorithm.ReadSequence(); parameters.HasData;)
        {
            if (parameters.PeekTag().HasSameClassAndValue(DigestTag)) digest = parameters.ReadSequence(DigestTag).ReadSequence().ReadObjectIdentifier();
            else if (!parameters.PeekTag().HasSameClassAndValue(SaltTag)) parameters.ReadEncodedValue();
            else if (!parameters.ReadSequence(SaltTag).TryReadInt32(out salt)) salt = -1;
        }

        return new PssParameters(digest, salt);
    }
}
