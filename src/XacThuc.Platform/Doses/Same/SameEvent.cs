namespace XacThuc.Platform.Doses.Same;

/// <summary>What somebody did with a pair.</summary>
public enum SameAct
{
    /// <summary>Proposed to join.</summary>
    Proposed = 1,

    /// <summary>Confirmed, as the second person: joined.</summary>
    Confirmed = 2,

    /// <summary>Did not agree, or took the proposal back.</summary>
    Refused = 3,

    /// <summary>Said that they are two.</summary>
    Different = 4,

    /// <summary>Split what was joined.</summary>
    Split = 5,
}

/// <summary>One thing that somebody did with a pair: never changed, never deleted.</summary>
public sealed class SameEvent
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The pair.</summary>
    public required long PairId { get; init; }

    /// <summary>What.</summary>
    public required SameAct Act { get; init; }

    /// <summary>Which of the two was to stand; 0 where it does not matter.</summary>
    public long StandsId { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>On behalf of which unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, in their words.</summary>
    public string Reason { get; init; } = "";
}
