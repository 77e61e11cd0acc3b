namespace XacThuc.Register.Cleaning;

/// <summary>Where a list stands.</summary>
public enum ListState
{
    /// <summary>Some parts have not come yet.</summary>
    Arriving = 1,

    /// <summary>Waits for the commune police.</summary>
    Open = 2,

    /// <summary>Signed, on its way to the health side.</summary>
    Signed = 3,

    /// <summary>The health side has taken it.</summary>
    Taken = 4,
}

/// <summary>A health unit's list of wrong records, filled in by hamlets, to be verified and signed (dispatch 2262).</summary>
public sealed class CleaningList
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

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

    /// <summary>Moves it on.</summary>
    internal void MoveTo(ListState state) => (State, Version) = (state, Version + 1);
}
