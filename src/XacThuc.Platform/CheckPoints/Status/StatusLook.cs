namespace XacThuc.Platform.CheckPoints.Status;

/// <summary>
/// A device asked for somebody's doses. It tells where the person was, hence it is kept as long as scans are and erased with them; the audit
/// knows that the device asked, and not for whom.
/// </summary>
public sealed class StatusLook
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>The place.</summary>
    public required long PlaceId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
