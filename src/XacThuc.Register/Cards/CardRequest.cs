using XacThuc.Exchange.Messages;

namespace XacThuc.Register.Cards;

/// <summary>Where a request stands.</summary>
public enum CardRequestState
{
    /// <summary>Waits for the health station.</summary>
    Asked = 1,

    /// <summary>The station has planned sessions.</summary>
    Planned = 2,

    /// <summary>The station said why there will be none.</summary>
    Declined = 3,
}

/// <summary>The police ask the health station of a commune to hold its next sessions together with issuing citizen cards.</summary>
public sealed class CardRequest
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its number, the same over the border: <c>CC-CAX-06226-2026-001</c>.</summary>
    public required string Code { get; init; }

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

    /// <summary>Who asked.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required CardRequestState State { get; set; }

    /// <summary>Name of the station that answered; empty until one did.</summary>
    public string Station { get; set; } = "";

    /// <summary>Why it was declined; empty where it was not.</summary>
    public string Declined { get; set; } = "";

    /// <summary>When the last answer was given.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Whether somebody has noted the last answer.</summary>
    public bool IsNoted { get; set; }

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }

    /// <summary>Takes the last answer.</summary>
    internal void Take(CardRequestAnswered answer)
    {
        (Station, Declined, AnsweredAt, IsNoted) = (answer.UnitName, answer.Declined ?? "", answer.AnsweredAt, false);
        State = answer.Declined is not null ? CardRequestState.Declined
            : answer.Sessions.Any(session => !session.IsCalledOff) ? CardRequestState.Planned
            : CardRequestState.Asked;
        Version++;
    }

    /// <summary>Somebody has read the last answer.</summary>
    internal void Note() => (IsNoted, Version) = (true, Version + 1);
}

/// <summary>A session of the health side to which the police come.</summary>
public sealed class CardDay
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The request.</summary>
    public required long RequestId { get; init; }

    /// <summary>The session's number.</summary>
    public required string Code { get; init; }

    /// <summary>Where.</summary>
    public required string Place { get; set; }

    /// <summary>When.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>From, in minutes from midnight.</summary>
    public required int Opens { get; set; }

    /// <summary>Until, likewise.</summary>
    public required int Closes { get; set; }

    /// <summary>How many people are expected.</summary>
    public required int People { get; set; }

    /// <summary>Whether it is not held.</summary>
    public required bool IsCalledOff { get; set; }

    /// <summary>Whether place, day or hours are not those first told.</summary>
    public bool IsMoved { get; set; }

    /// <summary>Takes it as it is now.</summary>
    internal void Take(CardSession now)
    {
        IsMoved |= !Place.Equals(now.Place, StringComparison.Ordinal) || (Day, Opens, Closes) != (now.Day, now.Opens, now.Closes);
        (Place, Day, Opens, Closes, People, IsCalledOff) = (now.Place, now.Day, now.Opens, now.Closes, now.People, now.IsCalledOff);
    }
}
