namespace XacThuc.Platform.CheckPoints.Erase;

/// <summary>Scans whose time was over were erased: how many, of which days and places, and a digest of their ids. The same stands in the chain of the audit.</summary>
public sealed class Erasure
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The limit: what was scanned then or before was to be erased.</summary>
    public required DateTimeOffset Limit { get; init; }

    /// <summary>How many scans.</summary>
    public required long Scans { get; init; }

    /// <summary>How many questions for somebody's doses.</summary>
    public required long Looks { get; init; }

    /// <summary>The first day of the scans.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last one.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How many of each place on each day: a line each, code, day and count.</summary>
    public required string Counts { get; init; }

    /// <summary>SHA-256 over the ids, sixteen bytes each in the order of time, hexadecimal.</summary>
    public required string Digest { get; init; }
}
