namespace XacThuc.Register.Verification;

/// <summary>What a list is for.</summary>
public enum ListKind
{
    /// <summary>Wrong records, filled in by hamlets (dispatch 2262): what is signed changes records.</summary>
    Cleaning = 1,

    /// <summary>People to be vaccinated (dispatch 8938).</summary>
    Survey = 2,
}

/// <summary>Where a list stands.</summary>
public enum ListState
{
    /// <summary>Some parts have not come yet.</summary>
    Arriving = 1,

    /// <summary>Is being worked on by the police.</summary>
    Open = 2,

    /// <summary>Signed, on its way to the health side.</summary>
    Signed = 3,

    /// <summary>The health side has taken it.</summary>
    Taken = 4,

    /// <summary>Given back without a verdict.</summary>
    Returned = 5,

    /// <summary>Every row has a verdict; another officer looks at those that need it.</summary>
    SecondLook = 6,

    /// <summary>Looked at by two; waits for the signature.</summary>
    Ready = 7,
}

/// <summary>A list of a health unit that the commune police verify, sign and hand over.</summary>
public sealed class VerificationList
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>What it is for.</summary>
    public required ListKind Kind { get; init; }

    /// <summary>What the health side calls it; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>By when the health side needs it; none where it did not say.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The health side's number of it.</summary>
    public required string Code { get; init; }

    /// <summary>The health unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Its name.</summary>
    public required string UnitName { get; init; }

    /// <summary>The commune whose residents it is about.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>The hamlet, or empty.</summary>
    public required string Hamlet { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Count { get; init; }

    /// <summary>Digest of all of it, as the health side made it.</summary>
    public required string Digest { get; init; }

    /// <summary>When its first part came.</summary>
    public required DateTimeOffset CameAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required ListState State { get; set; }

    /// <summary>Rises with each change: it is signed once.</summary>
    public int Version { get; set; }

    /// <summary>Who asked for the second look the last time.</summary>
    public string LookAskedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? LookAskedAt { get; set; }

    /// <summary>What was signed.</summary>
    public string Content { get; set; } = "";

    /// <summary>The signature over it.</summary>
    public string Signature { get; set; } = "";

    /// <summary>Who signed.</summary>
    public string SignedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>Why the health side did not take the last signed one; empty where it did.</summary>
    public string RefusedVi { get; set; } = "";

    /// <summary>The same in English.</summary>
    public string RefusedEn { get; set; } = "";

    /// <summary>Why it was given back.</summary>
    public string ReturnReason { get; set; } = "";

    /// <summary>Whether it has come and the police have not let go of it yet.</summary>
    public bool IsHere => Here.Contains(State);

    /// <summary>The states of a list that waits for somebody of the police.</summary>
    internal static ListState[] Here { get; } = [ListState.Open, ListState.SecondLook, ListState.Ready];

    /// <summary>Moves it on.</summary>
    internal void MoveTo(ListState state) => (State, Version) = (state, Version + 1);
}
