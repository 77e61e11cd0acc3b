namespace XacThuc.Platform.Certificates;

/// <summary>What an issued certificate is worth to the house.</summary>
public enum CertificateState
{
    /// <summary>Stands.</summary>
    Valid = 1,

    /// <summary>Another one with what is right stands for it.</summary>
    Replaced = 2,

    /// <summary>What it says does not hold any more, and nothing stands for it.</summary>
    Withdrawn = 3,
}

/// <summary>
/// A certificate that the house issued (5772/QĐ-BYT), kept as it was signed: it can be given out again, and named where it is taken back.
/// One stands for a person and a disease at a time.
/// </summary>
public sealed class IssuedCertificate
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its own id, which stands in it: <c>URN:UVCI:01:VN:…</c>.</summary>
    public required string Uvci { get; init; }

    /// <summary>The record whose person it is about.</summary>
    public required long RecordId { get; init; }

    /// <summary>The version of the record that it was issued from.</summary>
    public required int RecordVersion { get; init; }

    /// <summary>The unit that worked on the record then.</summary>
    public required long UnitId { get; init; }

    /// <summary>The disease, SNOMED CT.</summary>
    public required string Disease { get; init; }

    /// <summary>The text of its QR code.</summary>
    public required string Text { get; init; }

    /// <summary>What it rests on, as a hash: where this changes, another one is due.</summary>
    public required byte[] Basis { get; init; }

    /// <summary>The last dose that it tells of.</summary>
    public required int Dose { get; init; }

    /// <summary>Of how many.</summary>
    public required int Doses { get; init; }

    /// <summary>The signer's key, as verifiers know it, hexadecimal.</summary>
    public required string KeyId { get; init; }

    /// <summary>From when it is good, to the second.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What it is worth.</summary>
    public CertificateState State { get; set; } = CertificateState.Valid;

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(IssuedCertificate);
}
