namespace XacThuc.Platform.Doses;

/// <summary>What a dose is to the record.</summary>
public enum DoseState
{
    /// <summary>Counts.</summary>
    Valid = 1,

    /// <summary>Found to be the same as another, and joined with it.</summary>
    Joined = 2,

    /// <summary>Found to be wrong; another stands for it, or none.</summary>
    Withdrawn = 3,
}

/// <summary>How a dose came into the house.</summary>
public enum DoseOrigin
{
    /// <summary>Given at one of our sessions.</summary>
    Session = 1,

    /// <summary>Given elsewhere, and brought in a file.</summary>
    Import = 2,

    /// <summary>Given elsewhere or not entered, and added since a citizen reported it.</summary>
    Feedback = 3,
}

/// <summary>A dose of a vaccine that somebody was given.</summary>
public sealed class Dose
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Given by whoever enters it, once: sent again it is the same dose.</summary>
    public required Guid EntryKey { get; init; }

    /// <summary>The person's record.</summary>
    public required long RecordId { get; set; }

    /// <summary>Its number in the series.</summary>
    public required int Number { get; set; }

    /// <summary>The product's code in the catalogue.</summary>
    public required string Product { get; set; }

    /// <summary>The lot's number.</summary>
    public required string Lot { get; set; }

    /// <summary>The day.</summary>
    public required DateOnly GivenOn { get; set; }

    /// <summary>The unit that gave it, or that brought it from elsewhere.</summary>
    public required long UnitId { get; init; }

    /// <summary>How it came into the house.</summary>
    public DoseOrigin Origin { get; init; } = DoseOrigin.Session;

    /// <summary>Who gave it, as it was written, where it came from elsewhere; or empty.</summary>
    public string Facility { get; set; } = "";

    /// <summary>The file that brought it; none where none did.</summary>
    public long? FileId { get; init; }

    /// <summary>The report that brought it, with its photos; none where none did.</summary>
    public long? CaseId { get; init; }

    /// <summary>The session; none where it was entered otherwise.</summary>
    public long? SessionId { get; init; }

    /// <summary>The list on which it was put before whoever signs for doses from elsewhere; none where it stands on none, or was changed since.</summary>
    public long? ConfirmationId { get; set; }

    /// <summary>Who entered it.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Entered after the day it was given.</summary>
    public required bool IsLate { get; init; }

    /// <summary>Why it was given although a rule of the schedule asks; empty where none does.</summary>
    public string ScheduleReason { get; init; } = "";

    /// <summary>What it is to the record.</summary>
    public DoseState State { get; set; } = DoseState.Valid;

    /// <summary>The dose that it was joined with, where it is <see cref="DoseState.Joined"/>.</summary>
    public long? JoinedWithId { get; set; }

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }
}
