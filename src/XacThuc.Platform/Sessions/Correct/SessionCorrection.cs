namespace XacThuc.Platform.Sessions.Correct;

/// <summary>What was entered wrongly.</summary>
public enum CorrectionKind
{
    /// <summary>Another lot was given, and with it maybe another vaccine.</summary>
    Lot = 1,

    /// <summary>It was another day.</summary>
    Day = 2,

    /// <summary>It was another dose of the series.</summary>
    DoseNumber = 3,

    /// <summary>The dose was not given.</summary>
    NotGiven = 4,

    /// <summary>Another person was given it.</summary>
    Person = 5,
}

/// <summary>How far a correction is.</summary>
public enum CorrectionState
{
    /// <summary>Waits for a second person.</summary>
    Proposed = 1,

    /// <summary>Done; the results are drawn up anew and must be signed anew.</summary>
    Confirmed = 2,

    /// <summary>Not done.</summary>
    Rejected = 3,
}

/// <summary>
/// A mistake of a closed session, of one dose or of all of them, that one person proposes to put right and another confirms.
/// </summary>
public sealed class SessionCorrection
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The session.</summary>
    public required long SessionId { get; init; }

    /// <summary>What was wrong.</summary>
    public required CorrectionKind Kind { get; init; }

    /// <summary>Number of the person at the session; none where all doses are meant.</summary>
    public int? Number { get; init; }

    /// <summary>What stands there: the key of a lot, the number of a day, of a dose, of a person; 0 where nothing does.</summary>
    public required long From { get; init; }

    /// <summary>What should stand there, likewise.</summary>
    public required long To { get; init; }

    /// <summary>The first in words, as printed: a lot's number, a day, a number.</summary>
    public required string FromWords { get; init; }

    /// <summary>The second, likewise.</summary>
    public required string ToWords { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who proposes it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>How far it is.</summary>
    public CorrectionState State { get; set; } = CorrectionState.Proposed;

    /// <summary>Who confirmed or rejected it.</summary>
    public string DecidedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was rejected.</summary>
    public string Word { get; set; } = "";

    /// <summary>Doses that it changed.</summary>
    public int Doses { get; set; }

    /// <summary>Rises with the decision: two people do not decide at once.</summary>
    public int Version { get; set; }
}
