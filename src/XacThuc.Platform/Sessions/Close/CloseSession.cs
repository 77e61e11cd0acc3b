using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Sessions.Cards;
using XacThuc.Platform.Sessions.Invite;
using XacThuc.Platform.Sessions.Sign;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Close;

/// <summary>What became of the doses of a lot, as counted at the end of a day.</summary>
/// <param name="SessionLotId">The lot at the session.</param>
/// <param name="Discarded">Thrown away.</param>
/// <param name="Returned">Back to the store.</param>
/// <param name="Explanation">Why the balance does not close.</param>
internal sealed record LotCount(long SessionLotId, int Discarded, int Returned, string Explanation);

/// <summary>Ends a day: nobody is at a desk any more, and every dose of every lot is accounted for, or somebody says why not.</summary>
internal sealed class CloseSession(PlatformDb db, DrawResult draw, InvitePeople invite, CardAnswers cards, TimeProvider time)
{
    private const int LongestExplanation = 300;

    /// <summary>Closes it and draws its results up, to be signed; who did not come waits for another session.</summary>
    public async Task<Result<VaccinationSession>> Run(long id, IReadOnlyList<LotCount> counts, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(id, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        if (!session.IsOpen) return SessionsRefusals.NotOpen;
        var bookings = await db.Set<Booking>().Where(booking => booking.SessionId == id).ToListAsync(stop);
        if (bookings.Count(booking => booking.State is BookingState.Arrived or BookingState.Fit or BookingState.Injected) is > 0 and var left)
            return SessionsRefusals.PeopleLeft(left);
        if (await Balance(id, counts, stop) is { } unbalanced) return unbalanced;

        foreach (var absent in bookings.Where(booking => booking.State == BookingState.Booked)) absent.MoveTo(BookingState.Cancelled);
        session.ClosedAt = time.GetUtcNow();
        await draw.Run(session, stop);
        session.MoveTo(SessionState.Closed);
        return await db.SaveMoved(session, me.NewAct(time, "day.close", $"day:{session.Code}"), stop);
    }

    /// <summary>Calls a session off before anybody was vaccinated; its people wait for another.</summary>
    public async Task<Result<VaccinationSession>> CallOff(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(id, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        if (!session.IsOpen) return SessionsRefusals.NotOpen;
        var bookings = await db.Set<Booking>().Where(booking => booking.SessionId == id).ToListAsync(stop);
        if (bookings.Exists(booking => booking.DoseId is not null)) return SessionsRefusals.Begun;
        foreach (var booking in bookings) booking.MoveTo(BookingState.Cancelled);
        await invite.CallOff(session, stop);
        session.MoveTo(SessionState.Cancelled);
        if (session.CardRequestId is { } request) await cards.Tell(request, stop);
        return await db.SaveMoved(session, me.NewAct(time, "day.call_off", $"day:{session.Code}"), stop);
    }

    private async Task<Refusal?> Balance(long id, IReadOnlyList<LotCount> counts, CancellationToken stop)
    {
        foreach (var lot in await db.BroughtTo(id, stop))
        {
            if (counts.FirstOrDefault(count => count.SessionLotId == lot.Brought.Id) is { } count)
            {
                (lot.Brought.Discarded, lot.Brought.Returned) = (Math.Max(0, count.Discarded), Math.Max(0, count.Returned));
                lot.Brought.Explanation = Said.Of(count.Explanation, LongestExplanation);
            }

            if (lot.Brought.Left != 0 && lot.Brought.Explanation.Length == 0) return SessionsRefusals.Balance(lot.Lot.Number, lot.Brought.Left);
        }

        return null;
    }
}
