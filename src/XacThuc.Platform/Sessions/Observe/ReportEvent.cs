using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Observe;

/// <summary>A reaction as it is written down.</summary>
internal sealed record EventSeen(int MinutesAfter, EventSigns Signs, string Words, EventGrade Grade, string Action, EventOutcome Outcome);

/// <summary>How a reaction goes on.</summary>
internal sealed record EventNews(string Words, EventGrade Grade, EventOutcome Outcome);

/// <summary>
/// Writes reactions down, on the day and in the weeks after it: also when the session is closed and signed, since what is
/// signed are the doses.
/// </summary>
internal sealed class ReportEvent(PlatformDb db, TimeProvider time)
{
    private const int LongestWords = 500;

    // What comes later than four weeks is reported by another way (circular 34/2018/TT-BYT).
    private const int LatestMinutes = 28 * 24 * 60;

    public async Task<Result<AdverseEvent>> Run(long sessionId, int number, EventSeen seen, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(sessionId, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        var booking = await db.Set<Booking>().AsNoTracking().FirstOrDefaultAsync(one => one.SessionId == sessionId && one.Number == number, stop);
        if (booking?.DoseId is not { } dose) return EventRefusals.NoDose;
        if (Refuse(seen) is { } why) return why;
        var now = time.GetUtcNow();
        var made = new AdverseEvent
        {
            SessionId = sessionId,
            Number = number,
            DoseId = dose,
            MinutesAfter = seen.MinutesAfter,
            Signs = seen.Signs,
            Words = Said.Of(seen.Words, LongestWords),
            Grade = seen.Grade,
            Action = Said.Of(seen.Action, LongestWords),
            Outcome = seen.Outcome,
            ReportedBy = me.Name,
            ReportedAt = now,
            LookedAfterAt = now,
        };
        db.Add(made);
        await db.Save(me.NewAct(time, "event.add", $"day:{session.Code}.{number}"), stop);
        return made;
    }

    /// <summary>Writes down how it goes on.</summary>
    public async Task<Result<AdverseEvent>> FollowUp(long sessionId, long id, EventNews news, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(sessionId, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        if (await db.Set<AdverseEvent>().FirstOrDefaultAsync(one => one.Id == id && one.SessionId == sessionId, stop) is not { } known) return EventRefusals.NotThere;
        if (news.Words.Trim().Length == 0) return EventRefusals.NoWords;
        if (!Enum.IsDefined(news.Grade) || !Enum.IsDefined(news.Outcome)) return EventRefusals.NoGrade;
        var now = time.GetUtcNow();
        (known.Grade, known.Outcome, known.LookedAfterAt) = (news.Grade, news.Outcome, now);
        known.Version++;
        db.Add(new EventFollowUp { EventId = id, At = now, By = me.Name, Words = Said.Of(news.Words, LongestWords), Grade = news.Grade, Outcome = news.Outcome });
        return await db.SaveFirst(me.NewAct(time, "event.change", $"day:{session.Code}.{known.Number}"), stop) ? known : SessionsRefusals.Moved;
    }

    private static Refusal? Refuse(EventSeen seen)
    {
        if (seen.MinutesAfter is < 0 or > LatestMinutes) return EventRefusals.WrongTime;
        if (seen.Signs == EventSigns.None) return EventRefusals.NoSigns;
        if (seen.Signs.HasFlag(EventSigns.Other) && seen.Words.Trim().Length == 0) return EventRefusals.NoWords;
        if (!Enum.IsDefined(seen.Grade) || !Enum.IsDefined(seen.Outcome)) return EventRefusals.NoGrade;
        return seen.Grade > EventGrade.Mild && seen.Action.Trim().Length == 0 ? EventRefusals.NoAction : null;
    }
}
