namespace XacThuc.Platform.Sessions;

/// <summary>Where a session stands.</summary>
public enum SessionState
{
    /// <summary>Planned; people are invited.</summary>
    Planned = 1,

    /// <summary>The day: people come.</summary>
    Running = 2,

    /// <summary>Entered in full, and the lots are accounted for.</summary>
    Closed = 3,

    /// <summary>Its results are signed.</summary>
    Signed = 4,

    /// <summary>Called off; its people wait for another.</summary>
    Cancelled = 5,
}

/// <summary>People come to a place on a day to be vaccinated (dispatch 8938, step 3).</summary>
public sealed class VaccinationSession
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its number, the same on paper: <c>BT-TYT-06226-2026-001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The unit that vaccinates.</summary>
    public required long UnitId { get; init; }

    /// <summary>The place, as people find it.</summary>
    public required string Place { get; set; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>When the first people come, in minutes from midnight.</summary>
    public required int Opens { get; set; }

    /// <summary>When the last are done, likewise.</summary>
    public required int Closes { get; set; }

    /// <summary>Teams that vaccinate at once.</summary>
    public required int Teams { get; set; }

    /// <summary>People a team vaccinates in an hour.</summary>
    public required int PeopleAnHour { get; set; }

    /// <summary>The product's code in the catalogue.</summary>
    public required string Product { get; set; }

    /// <summary>The police issue cards at the same place, so that people come once.</summary>
    public bool WithCards { get; set; }

    /// <summary>The request of the police that it answers; none where nobody asked.</summary>
    public long? CardRequestId { get; set; }

    /// <summary>Where it stands.</summary>
    public required SessionState State { get; set; }

    /// <summary>Rises with each change: two people do not move a session at once.</summary>
    public int Version { get; set; }

    /// <summary>Who planned it.</summary>
    public required string PlannedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Why it is entered after its day; empty where it was planned before.</summary>
    public string LateReason { get; init; } = "";

    /// <summary>When its entry was closed.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>How many people it can take.</summary>
    public int Capacity => Teams * PeopleAnHour * (Closes - Opens) / 60;

    /// <summary>Whether people may still be booked.</summary>
    public bool IsOpen => State is SessionState.Planned or SessionState.Running;

    /// <summary>When the person of a place in the queue is to come, in minutes from midnight.</summary>
    /// <param name="place">From 0.</param>
    public int SlotOf(int place) => Opens + place / Math.Max(1, Teams * PeopleAnHour / Slots) * (60 / Slots);

    /// <summary>Moves it on.</summary>
    internal void MoveTo(SessionState state) => (State, Version) = (state, Version + 1);

    // People are asked to come by quarters of an hour.
    private const int Slots = 4;
}
