namespace XacThuc.Platform.Sessions.Cards;

/// <summary>Where a request stands.</summary>
public enum CardRequestState
{
    /// <summary>Waits for the station.</summary>
    Open = 1,

    /// <summary>Sessions are planned for it.</summary>
    Answered = 2,

    /// <summary>The station said why there will be none.</summary>
    Declined = 3,
}

/// <summary>The police ask to issue citizen cards at the sessions of a commune, so that people come once.</summary>
public sealed class CardRequest
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The police side's number of it.</summary>
    public required string Code { get; init; }

    /// <summary>The police unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Its name.</summary>
    public required string UnitName { get; init; }

    /// <summary>The commune.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>The first day on which the police can come.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Teams that come.</summary>
    public required int Teams { get; init; }

    /// <summary>People a team takes in an hour.</summary>
    public required int PeopleAnHour { get; init; }

    /// <summary>A word to the station; may be empty.</summary>
    public required string Word { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset CameAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required CardRequestState State { get; set; }

    /// <summary>The station that answered it; none yet.</summary>
    public long? StationId { get; set; }

    /// <summary>Why it was declined; empty where it was not.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it was answered the last time.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Rises with each change: it is not declined and planned for at once.</summary>
    public int Version { get; set; }

    /// <summary>Whether the police can come on a day.</summary>
    public bool Covers(DateOnly day) => day >= From && day <= To;

    /// <summary>Moves it on.</summary>
    internal void MoveTo(CardRequestState state) => (State, Version) = (state, Version + 1);
}
