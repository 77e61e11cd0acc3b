namespace XacThuc.Register.Cases;

/// <summary>How many cases of a commune are wrong in the same way and stand alike (<see cref="CaseCounts"/>).</summary>
public sealed class CaseCount
{
    /// <summary>The commune.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>Where they stand.</summary>
    public required CaseState State { get; init; }

    /// <summary>Their reason codes, joined.</summary>
    public required string ReasonKey { get; init; }

    /// <summary>How many, more than none.</summary>
    public required long Count { get; init; }
}
