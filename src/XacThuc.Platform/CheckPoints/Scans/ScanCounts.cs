namespace XacThuc.Platform.CheckPoints.Scans;

/// <summary>What passed a place in an hour of a day, in Viet Nam's time: no person, and kept when the scans are erased.</summary>
public sealed class HourCount
{
    /// <summary>The place.</summary>
    public required long PlaceId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The hour, from 0 to 23.</summary>
    public required int Hour { get; init; }

    /// <summary>How many went in.</summary>
    public required long In { get; set; }

    /// <summary>How many went out.</summary>
    public required long Out { get; set; }

    /// <summary>How many were looked at.</summary>
    public required long Looks { get; set; }

    /// <summary>How many were genuine and good.</summary>
    public required long Genuine { get; set; }

    /// <summary>How many did not meet a rule.</summary>
    public required long RuleNotMet { get; set; }

    /// <summary>Of how many the device could not know.</summary>
    public required long CannotKnow { get; set; }

    /// <summary>How many were not genuine.</summary>
    public required long NotGenuine { get; set; }

    /// <summary>How many papers nobody signed.</summary>
    public required long NoCertificate { get; set; }

    /// <summary>All.</summary>
    public long All => In + Out + Looks;
}

/// <summary>How often a reason was given at a place on a day.</summary>
public sealed class ReasonCount
{
    /// <summary>The place.</summary>
    public required long PlaceId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The reason's code.</summary>
    public required string Reason { get; init; }

    /// <summary>How often.</summary>
    public required long Count { get; set; }
}
