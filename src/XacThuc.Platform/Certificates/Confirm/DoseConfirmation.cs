namespace XacThuc.Platform.Certificates.Confirm;

/// <summary>
/// Doses that came from elsewhere, of people whose records are right, drawn up as a list for whoever answers for them (9438): the commune's chairman or the
/// facility's head signs it, or the parties sign minutes on paper. Kept byte for byte.
/// </summary>
public sealed class DoseConfirmation
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its number, the same on paper: <c>XN-TYT-06226-2026-001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The unit whose records they are.</summary>
    public required long UnitId { get; init; }

    /// <summary>What is signed: a <see cref="ConfirmedDoses"/>, UTF-8.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of it, hexadecimal, as people compare it.</summary>
    public required string Digest { get; init; }

    /// <summary>How many doses.</summary>
    public required int Doses { get; init; }

    /// <summary>Who drew it up.</summary>
    public required string DrawnBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>The signature (CAdES, DER); none while it is not signed, or where there are minutes.</summary>
    public byte[]? Signature { get; set; }

    /// <summary>Name of the scanned minutes in the house's folder; none where there are none.</summary>
    public string? Minutes { get; set; }

    /// <summary>Who signed.</summary>
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

    /// <summary>Rises with each change: it is signed once.</summary>
    public int Version { get; set; }

    /// <summary>Nothing of the people.</summary>
    public override string ToString() => nameof(DoseConfirmation);
}
