namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>A guard's phone that was enrolled at a place. Of its secret only a hash is kept.</summary>
public sealed class CheckDevice
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>What the device calls itself: public, and part of its secret.</summary>
    public required string PublicId { get; init; }

    /// <summary>The place.</summary>
    public required long PlaceId { get; init; }

    /// <summary>The guard who uses it.</summary>
    public required string Guard { get; init; }

    /// <summary>What the device says it is.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its secret, which is random.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>When it was enrolled.</summary>
    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>When it was heard of last, to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it was switched off; for good. None while it is on.</summary>
    public DateTimeOffset? OffAt { get; set; }

    /// <summary>Who switched it off.</summary>
    public string OffBy { get; set; } = "";

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }

    /// <summary>What it is to the audit.</summary>
    public string Subject => $"device:{PublicId}";

    /// <summary>Nothing of the guard.</summary>
    public override string ToString() => $"{nameof(CheckDevice)} {PublicId}";
}
