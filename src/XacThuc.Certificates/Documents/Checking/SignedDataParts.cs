using System.Formats.Asn1;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>What the platform does not tell of a signed message (RFC 5652, 5.1).</summary>
/// <param name="HasContent">Whether content stands within it: that would be checked in place of the document.</param>
/// <param name="Algorithm">The first signer's signature algorithm with its parameters.</param>
internal sealed record SignedDataParts(bool HasContent, AsnReader Algorithm)
{
    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Second = new(TagClass.ContextSpecific, 1);

    /// <summary>Reads one message and nothing after it; throws <see cref="AsnContentException"/> where the bytes are none.</summary>
    public static SignedDataParts Read(byte[] message)
    {
        var reader = new AsnReader(message, AsnEncodingRules.BER, new AsnReaderOptions { SkipSetSortOrderVerification = true });
        var whole = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        whole.ReadObjectIdentifier();
        var data = whole.ReadSequence(First).ReadSequence();
        data.ReadInteger();
        data.ReadSetOf();
        var content = data.ReadSequence();
        content.ReadObjectIdentifier();

        // Certificates and revocation lists.
        Skip(data, First);
        Skip(data, Second);
        var signer = data.ReadSetOf().ReadSequence();
        signer.ReadInteger();
        signer.ReadEncodedValue();
        signer.ReadSequence();
        Skip(signer, First);
        return new SignedDataParts(content.HasData, signer.ReadSequence());
    }

    private static void Skip(AsnReader reader, Asn1Tag tag)
    {
        if (reader.PeekTag().HasSameClassAndValue(tag)) reader.ReadEncodedValue();
    }
}
