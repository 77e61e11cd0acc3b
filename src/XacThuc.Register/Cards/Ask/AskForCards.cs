using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Cards.Ask;

/// <summary>What the police ask for.</summary>
/// <param name="Commune">The commune's code.</param>
/// <param name="From">The first day on which they can come.</param>
/// <param name="To">The last.</param>
/// <param name="Teams">Teams that come.</param>
/// <param name="PeopleAnHour">People a team takes in an hour.</param>
/// <param name="Word">A word to the station.</param>
internal sealed record CardsAsked(string Commune, DateOnly From, DateOnly To, int Teams, int PeopleAnHour, string Word);

/// <summary>Asks the health station of a commune for sessions with cards. It is about no person: nothing of the register goes with it.</summary>
internal sealed class AskForCards(RegisterDb db, BorderOutbox outbox, TimeProvider time)
{
    private const int LongestWord = 300;
    private const int MostDays = 90;

    public async Task<Result<CardRequest>> Run(CardsAsked asked, SignedIn me, CancellationToken stop)
    {
        if (!CardsAccess.MayAsk(me.Role) || !await db.CardCommunesOf(me).AnyAsync(place => place.Code == asked.Commune, stop)) return CardsRefusals.NotThere;
        var now = time.GetUtcNow();
        if (asked.To < asked.From || asked.To < Shown.Day(now) || asked.To.DayNumber - asked.From.DayNumber > MostDays) return CardsRefusals.Days;
        if (asked.Teams is < 1 or > 50 || asked.PeopleAnHour is < 1 or > 200) return CardsRefusals.Teams;

        var request = new CardRequest
        {
            Code = await db.Set<CardRequest>().Select(request => request.Code).NextOf($"CC-{me.UnitCode}", Shown.Day(now), stop),
            CommuneCode = asked.Commune,
            From = asked.From,
            To = asked.To,
            Teams = asked.Teams,
            PeopleAnHour = asked.PeopleAnHour,
            Word = Said.Of(asked.Word, LongestWord),
            AskedBy = me.Name,
            AskedAt = now,
            State = CardRequestState.Asked,
        };
        db.Add(request);
        var unit = await db.Units.Where(unit => unit.Id == me.UnitId).Select(unit => unit.Name).FirstOrDefaultAsync(stop) ?? me.UnitCode;
        outbox.Post<CardRequestSent, Receipt>(
            db,
            new CardRequestSent(
                request.Code, me.UnitCode, unit, request.CommuneCode, request.From, request.To, request.Teams, request.PeopleAnHour, request.Word, now),
            Guid.CreateVersion7(now));
        return await db.SaveFirst(me.NewAct(time, "cards.ask", $"cards:{request.Code}"), stop) ? request : CardsRefusals.Changed;
    }
}
