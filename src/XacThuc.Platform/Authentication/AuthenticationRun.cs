namespace XacThuc.Platform.Authentication;

/// <summary>One bulk authentication: which records, and how far it is.</summary>
public sealed class AuthenticationRun
{
    /// <summary>Key; that of its job.</summary>
    public required long Id { get; init; }

    /// <summary>The unit that asked.</summary>
    public required long UnitId { get; init; }

    /// <summary>Who asked.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How many records it is about.</summary>
    public required long Records { get; init; }

    /// <summary>Key of the last of them: records that come later are none of it.</summary>
    public required long UpTo { get; init; }

    /// <summary>Since when the other house does not answer; none while it does.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>When the last result was stored; none while it is under way.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>What one run said of one record.</summary>
public sealed class RunResult
{
    /// <summary>The run.</summary>
    public required long RunId { get; init; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>The version that was authenticated.</summary>
    public required int Version { get; init; }

    /// <summary>An <see cref="Authentication.Outcome"/>.</summary>
    public required short Outcome { get; init; }

    /// <summary>Bits of the reasons that speak of the record alone.</summary>
    public required long Reasons { get; init; }
}

/// <summary>How many records of one unit and commune came to one outcome; what charts are drawn from.</summary>
public sealed class RunFigure
{
    /// <summary>The run.</summary>
    public required long RunId { get; init; }

    /// <summary>The unit that works on the records.</summary>
    public required long UnitId { get; init; }

    /// <summary>Their commune, or empty.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>An <see cref="Authentication.Outcome"/>.</summary>
    public required short Outcome { get; init; }

    /// <summary>How many.</summary>
    public required long Records { get; init; }
}

/// <summary>What the other house said of one record outside a run: after a correction, say.</summary>
public sealed class SingleResult
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>The version that was authenticated.</summary>
    public required int Version { get; init; }

    /// <summary>An <see cref="Authentication.Outcome"/>.</summary>
    public required short Outcome { get; init; }

    /// <summary>Bits of the reasons that speak of the record alone.</summary>
    public required long Reasons { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who had it authenticated.</summary>
    public required string By { get; init; }
}
