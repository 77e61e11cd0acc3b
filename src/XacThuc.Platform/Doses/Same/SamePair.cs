namespace XacThuc.Platform.Doses.Same;

/// <summary>What a pair is of.</summary>
public enum SameKind
{
    /// <summary>Two doses of one record that may be one.</summary>
    Doses = 1,

    /// <summary>Two records that may be one person's, with a dose of the same day, product and lot.</summary>
    Records = 2,
}

/// <summary>Where a pair stands.</summary>
public enum SameState
{
    /// <summary>Found; nobody has said anything.</summary>
    Open = 1,

    /// <summary>Somebody proposes to join; a second person looks.</summary>
    Proposed = 2,

    /// <summary>Joined.</summary>
    Joined = 3,

    /// <summary>Two doses, or two people.</summary>
    Different = 4,

    /// <summary>Was joined, and split again.</summary>
    Split = 5,
}

/// <summary>Two doses, or two records, that may be one: found by rules and by the engine, joined only by two people.</summary>
public sealed class SamePair
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>What it is of.</summary>
    public required SameKind Kind { get; init; }

    /// <summary>The dose or record that came first.</summary>
    public required long FirstId { get; init; }

    /// <summary>The later one.</summary>
    public required long SecondId { get; init; }

    /// <summary>The unit of the first one's record.</summary>
    public required long UnitId { get; init; }

    /// <summary>The unit of the second one's record.</summary>
    public required long OtherUnitId { get; init; }

    /// <summary>How probable it is that two records are one person's; 1 for doses of one record.</summary>
    public required double Probability { get; set; }

    /// <summary>When it was found.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Where it stands.</summary>
    public SameState State { get; set; } = SameState.Open;

    /// <summary>Which of the two stands, as proposed.</summary>
    public long StandsId { get; set; }

    /// <summary>What both were when it was proposed: who confirms confirms that.</summary>
    public string Seen { get; set; } = "";

    /// <summary>Who proposed it.</summary>
    public string ProposedBy { get; set; } = "";

    /// <summary>When it was joined.</summary>
    public DateTimeOffset? JoinedAt { get; set; }

    /// <summary>Rises with each change: two people do not move a pair at once.</summary>
    public int Version { get; set; }

    /// <summary>The one that does not stand.</summary>
    public long GoesId => StandsId == FirstId ? SecondId : FirstId;

    /// <summary>Whether joining may be proposed.</summary>
    public bool MayBeProposed => State is SameState.Open or SameState.Different or SameState.Split;

    /// <summary>Moves it on.</summary>
    internal void MoveTo(SameState state) => (State, Version) = (state, Version + 1);
}
