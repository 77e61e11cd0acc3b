namespace XacThuc.Exchange.Messages;

/// <summary>
/// The police ask a health station to hold its next sessions in a commune together with issuing citizen cards (dispatch
/// 8938, step 3). It is about days and places, about no person.
/// </summary>
/// <param name="Request">The request's number, the same in every message about it.</param>
/// <param name="UnitCode">The police unit that asks.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="CommuneCode">The commune.</param>
/// <param name="From">The first day on which the police can come.</param>
/// <param name="To">The last.</param>
/// <param name="Teams">Teams that come.</param>
/// <param name="PeopleAnHour">People a team takes in an hour.</param>
/// <param name="Word">A word to the station; may be empty.</param>
/// <param name="AskedAt">When.</param>
public sealed record CardRequestSent(
    string Request, string UnitCode, string UnitName, string CommuneCode, DateOnly From, DateOnly To, int Teams, int PeopleAnHour, string Word,
    DateTimeOffset AskedAt) : IBorderMessage<Receipt>
{
    static string IBorderMessage<Receipt>.Kind => "cards.request.v1";

    string IBorderMessage<Receipt>.Subject => $"cards:{Request}";
}

/// <summary>A session to which the police come.</summary>
/// <param name="Code">Its number.</param>
/// <param name="Place">Where.</param>
/// <param name="Day">When.</param>
/// <param name="Opens">From, in minutes from midnight.</param>
/// <param name="Closes">Until, likewise.</param>
/// <param name="People">How many people are expected.</param>
/// <param name="IsCalledOff">Whether it is not held.</param>
public sealed record CardSession(string Code, string Place, DateOnly Day, int Opens, int Closes, int People, bool IsCalledOff);

/// <summary>
/// What the station says to a request: the whole of it each time, so that the last one holds. It comes when sessions are
/// planned, again when one is called off or changed, or once with the reason why there will be none.
/// </summary>
/// <param name="Request">The request's number.</param>
/// <param name="UnitCode">The station.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Declined">Why there will be no session; none where it was not declined.</param>
/// <param name="Sessions">All sessions that answer it, by day.</param>
/// <param name="AnsweredAt">When.</param>
public sealed record CardRequestAnswered(
    string Request, string UnitCode, string UnitName, string? Declined, IReadOnlyList<CardSession> Sessions, DateTimeOffset AnsweredAt)
    : IBorderMessage<Receipt>
{
    static string IBorderMessage<Receipt>.Kind => "cards.answer.v1";

    string IBorderMessage<Receipt>.Subject => $"cards:{Request}";
}
