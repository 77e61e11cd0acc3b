namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>A link with which a guard's phone enrols itself: once, within a day. Of its token only a hash is kept.</summary>
public sealed class EnrolLink
{
    /// <summary>How long it may be used.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromHours(24);

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The place.</summary>
    public required long PlaceId { get; init; }

    /// <summary>For which guard.</summary>
    public required string Guard { get; init; }

    /// <summary>SHA-256 of its token, which is random.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was used; none where it was not yet.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Rises with each change: it cannot be used twice at once.</summary>
    public int Version { get; set; }

    /// <summary>Whether it is still good.</summary>
    public bool IsGood(DateTimeOffset at) => UsedAt is null && at - MadeAt < Lives;

    /// <summary>Nothing of the guard.</summary>
    public override string ToString() => nameof(EnrolLink);
}
