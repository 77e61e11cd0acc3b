namespace XacThuc.Platform.Sessions.Sign;

/// <summary>
/// The results of a day as they were drawn up, and who signed them: kept byte for byte, so that what was signed can always
/// be shown as it was. A later change draws up another version.
/// </summary>
public sealed class SessionResult
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The session.</summary>
    public required long SessionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>What is signed: a <see cref="DayResult"/>, UTF-8.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of it, hexadecimal, as people compare it.</summary>
    public required string Digest { get; init; }

    /// <summary>When it was drawn up.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>The signature (CAdES, DER); none while it is not signed, or where the parties signed minutes on paper.</summary>
    public byte[]? Signature { get; set; }

    /// <summary>Name of the scanned minutes in the house's folder; none where there are none.</summary>
    public string? Minutes { get; set; }

    /// <summary>Who signed: the certificate's name, or the chairman as named on the minutes.</summary>
    public string Signer { get; set; } = "";

    /// <summary>For which body.</summary>
    public string SignerOrganisation { get; set; } = "";

    /// <summary>Serial number of the certificate; empty for minutes.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>When it was signed, as the signature or the minutes say.</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>Which account brought the signature.</summary>
    public string BroughtBy { get; set; } = "";

    /// <summary>When: a signature is judged at this moment.</summary>
    public DateTimeOffset? BroughtAt { get; set; }

    /// <summary>Whether it is signed, in one way or the other.</summary>
    public bool IsSigned => SignedAt is not null;
}
