namespace XacThuc.Platform.Lists.Likeness;

/// <summary>What somebody on a list is like.</summary>
public enum OtherKind
{
    /// <summary>Another row of the same list.</summary>
    SameList = 1,

    /// <summary>A row of another list that is not given up.</summary>
    OtherList = 2,

    /// <summary>A vaccination record.</summary>
    Record = 3,
}

/// <summary>What somebody says of a likeness.</summary>
public enum AlikeState
{
    /// <summary>Nothing yet.</summary>
    Open = 1,

    /// <summary>The same person.</summary>
    Same = 2,

    /// <summary>Two people.</summary>
    Different = 3,
}

/// <summary>Two entries that may be one person: found by the engine, shown, and never merged by itself.</summary>
public sealed class Alike
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The list.</summary>
    public required long ListId { get; init; }

    /// <summary>The row of the list.</summary>
    public required long PersonId { get; init; }

    /// <summary>What the other one is.</summary>
    public required OtherKind OtherKind { get; init; }

    /// <summary>Key of the other: a row or a record.</summary>
    public required long OtherId { get; init; }

    /// <summary>How probable it is that both are one person, 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>Whether both carry the same number.</summary>
    public required bool HasSameNumber { get; init; }

    /// <summary>What somebody says of it.</summary>
    public required AlikeState State { get; set; }

    /// <summary>Who.</summary>
    public string SettledBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}
