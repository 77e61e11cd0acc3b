using System.Security.Cryptography;
using System.Text;

namespace XacThuc.Platform.Signed;

/// <summary>
/// A document as it was drawn up for somebody to answer for, and who did: with a signature over exactly these bytes, or on minutes of the parties on paper.
/// Kept byte for byte, so that what was signed can always be shown as it was.
/// </summary>
public abstract class SignedDocument
{
    /// <summary>What is signed, UTF-8.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of it, hexadecimal, as people compare it.</summary>
    public required string Digest { get; init; }

    /// <summary>When it was drawn up.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>The signature (CAdES, DER); none while it is not signed, or where the parties signed minutes on paper.</summary>
    public byte[]? Signature { get; private set; }

    /// <summary>Name of the scanned minutes in the house's folder; none where there are none.</summary>
    public string? Minutes { get; private set; }

    /// <summary>Who signed: the certificate's name, or whoever is named on the minutes.</summary>
    public string Signer { get; private set; } = "";

    /// <summary>For which body.</summary>
    public string SignerOrganisation { get; private set; } = "";

    /// <summary>Serial number of the certificate; empty for minutes.</summary>
    public string Certificate { get; private set; } = "";

    /// <summary>When it was signed, as the signature or the minutes say.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Which account brought the signature.</summary>
    public string BroughtBy { get; private set; } = "";

    /// <summary>When: a signature is judged at this moment.</summary>
    public DateTimeOffset? BroughtAt { get; private set; }

    /// <summary>Whether it is signed, in one way or the other.</summary>
    public bool IsSigned => SignedAt is not null;

    /// <summary>SHA-256 of a document, hexadecimal.</summary>
    public static string DigestOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>Takes a signature that was found right.</summary>
    internal void Sign(byte[] signature, DocumentSigner signer, string by, DateTimeOffset now)
    {
        (Signature, Certificate, Signer, SignerOrganisation) = (signature, signer.Serial, signer.Name, signer.Organisation);
        (SignedAt, BroughtBy, BroughtAt) = (signer.SignedAt, by, now);
    }

    /// <summary>Takes the scan of minutes that somebody signed for a body.</summary>
    internal void SignOnPaper(string scan, string signer, string organisation, string by, DateTimeOffset now)
    {
        (Minutes, Signer, SignerOrganisation) = (scan, signer, organisation);
        (SignedAt, BroughtBy, BroughtAt) = (now, by, now);
    }

    /// <summary>Nothing of the people.</summary>
    public override string ToString() => GetType().Name;
}
