namespace XacThuc.Platform.CheckPoints.Trace;

/// <summary>What is traced.</summary>
public enum TraceKind
{
    /// <summary>Whom a person met.</summary>
    Person = 1,

    /// <summary>Who was at a place.</summary>
    Place = 2,
}

/// <summary>Where a query stands.</summary>
public enum TraceState
{
    /// <summary>It waits for a second person.</summary>
    Asked = 1,

    /// <summary>The second person approved it.</summary>
    Approved = 2,

    /// <summary>The second person refused it.</summary>
    Refused = 3,
}

/// <summary>A question who was where, asked by one person of the district's health centre and decided by another. What it came to is not kept.</summary>
public sealed class TraceQuery
{
    /// <summary>How long its result may be looked at once it is approved.</summary>
    public static readonly TimeSpan Opens = TimeSpan.FromHours(24);

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its number: <c>TV-TTYT-183-2026-001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The unit that traces.</summary>
    public required long UnitId { get; init; }

    /// <summary>Path of its place: scans of places below it are looked at.</summary>
    public required string Path { get; init; }

    /// <summary>What is traced.</summary>
    public required TraceKind Kind { get; init; }

    /// <summary>To this id the covered number is bound.</summary>
    public required Guid Ref { get; init; }

    /// <summary>Number or QID of the person, covered; none where a place is traced.</summary>
    public byte[]? Subject { get; init; }

    /// <summary>The place; none where a person is traced.</summary>
    public long? PlaceId { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Within how many minutes people count as having been there together.</summary>
    public required int Minutes { get; init; }

    /// <summary>Number of the case.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who asked.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public TraceState State { get; set; } = TraceState.Asked;

    /// <summary>Who decided.</summary>
    public string DecidedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What they said, where they refused.</summary>
    public string Word { get; set; } = "";

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }

    /// <summary>What it is to the audit.</summary>
    public string AuditSubject => $"trace:{Code}";

    /// <summary>Until when its result may be looked at; none unless it is approved.</summary>
    public DateTimeOffset? OpenUntil => State == TraceState.Approved ? DecidedAt + Opens : null;

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => $"{nameof(TraceQuery)} {Code}";
}
