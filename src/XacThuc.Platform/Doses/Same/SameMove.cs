namespace XacThuc.Platform.Doses.Same;

/// <summary>What a join has moved.</summary>
public enum MovedKind
{
    /// <summary>A dose.</summary>
    Dose = 1,

    /// <summary>Somebody on a list, who was linked with the record.</summary>
    ListedPerson = 2,
}

/// <summary>One thing that a join has moved, and from where: so that a split puts it back.</summary>
public sealed class SameMove
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The pair.</summary>
    public required long PairId { get; init; }

    /// <summary>What.</summary>
    public required MovedKind Kind { get; init; }

    /// <summary>Its key.</summary>
    public required long ItemId { get; init; }

    /// <summary>The record it was on.</summary>
    public required long FromRecordId { get; init; }

    /// <summary>Whether this join is why the dose counts no more.</summary>
    public bool IsJoined { get; init; }
}
