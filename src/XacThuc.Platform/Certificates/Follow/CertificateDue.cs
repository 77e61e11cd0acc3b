namespace XacThuc.Platform.Certificates.Follow;

/// <summary>A record that was changed, whose certificate is to be looked at.</summary>
public sealed class CertificateDue
{
    /// <summary>Key; rises with each change.</summary>
    public long Id { get; private set; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>When it is looked at next: at once, then more and more seldom while somebody's answer or signature is awaited.</summary>
    public required DateTimeOffset NextAt { get; set; }

    /// <summary>How often it was looked at.</summary>
    public int Looks { get; set; }
}
