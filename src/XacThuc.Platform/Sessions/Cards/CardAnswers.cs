using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Sessions.Cards;

/// <summary>Tells the police what became of their requests; saved and sent with the change it tells of.</summary>
internal sealed class CardAnswers(PlatformDb db, BorderOutbox outbox, TimeProvider time)
{
    /// <summary>The request that a session of a day answers, tracked: the earliest that covers the day and was not declined.</summary>
    public async Task<CardRequest?> FindFor(DateOnly day, SignedIn me, CancellationToken stop) => CardsReach.MayAnswer(me.Role)
        ? await db.CardRequestsOf(me).Where(request => request.State != CardRequestState.Declined && request.From <= day && request.To >= day)
            .OrderBy(request => request.Id).FirstOrDefaultAsync(stop)
        : null;

    /// <summary>Tells of all sessions of a request, as they are now.</summary>
    public async Task<CardRequest> Tell(long requestId, CancellationToken stop)
    {
        var request = await db.Set<CardRequest>().FirstAsync(request => request.Id == requestId, stop);
        var sessions = await db.Set<VaccinationSession>().Where(session => session.CardRequestId == requestId)
            .OrderBy(session => session.Day).ThenBy(session => session.Opens).ThenBy(session => session.Id).ToListAsync(stop);
        var ids = sessions.Select(session => session.Id).ToArray();
        var people = await db.Set<Booking>().Where(booking => ids.Contains(booking.SessionId) && booking.State != BookingState.Cancelled)
            .GroupBy(booking => booking.SessionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);

        // Where none is left the request waits again.
        request.MoveTo(sessions.Exists(IsHeld) ? CardRequestState.Answered : CardRequestState.Open);
        await Post(request, null, [.. sessions.Select(session => new CardSession(
            session.Code, session.Place, session.Day, session.Opens, session.Closes, IsHeld(session) ? people.GetValueOrDefault(session.Id) : 0, !IsHeld(session)))], stop);
        return request;
    }

    /// <summary>Tells why there will be no session.</summary>
    public Task Decline(CardRequest request, string reason, CancellationToken stop)
    {
        request.Reason = reason;
        request.MoveTo(CardRequestState.Declined);
        return Post(request, reason, [], stop);
    }

    private static bool IsHeld(VaccinationSession session) => session.State != SessionState.Cancelled;

    private async Task Post(CardRequest request, string? declined, IReadOnlyList<CardSession> sessions, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        request.AnsweredAt = now;
        var station = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == request.StationId, stop);
        outbox.Post<CardRequestAnswered, Receipt>(
            db, new CardRequestAnswered(request.Code, station.Code, station.Name, declined, sessions, now), Guid.CreateVersion7(now));
    }
}
