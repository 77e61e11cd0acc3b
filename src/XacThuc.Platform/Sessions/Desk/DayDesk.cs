using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Desk;

/// <summary>What a screening came to (2995/QĐ-BYT).</summary>
/// <param name="Outcome">Fit, deferred, contra-indicated, not consenting, or to a hospital.</param>
/// <param name="Note">Why, where the person is not fit; what to look out for, where it matters.</param>
internal sealed record Screening(BookingState Outcome, string Note);

/// <summary>The desks of a day but for the injection: who comes, who is screened, who leaves. Each step is taken once, and gives the session back.</summary>
internal sealed class DayDesk(PlatformDb db, TimeProvider time)
{
    private const int LongestNote = 300;

    /// <summary>Somebody is there.</summary>
    public async Task<Result<VaccinationSession>> Arrive(long sessionId, int number, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(sessionId, number, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (session, booking) = found;
        if (booking.State is not (BookingState.Booked or BookingState.Deferred)) return SessionsRefusals.WrongStep;
        Begin(session);
        booking.ArrivedAt = time.GetUtcNow();
        booking.MoveTo(BookingState.Arrived);
        return await Save(session, booking, "day.arrive", me, stop);
    }

    /// <summary>Somebody is screened; who comes straight to the doctor has come by that.</summary>
    public async Task<Result<VaccinationSession>> Screen(long sessionId, int number, Screening screening, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(sessionId, number, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (session, booking) = found;
        if (booking.State is not (BookingState.Booked or BookingState.Arrived)) return SessionsRefusals.WrongStep;
        if (screening.Outcome is not (BookingState.Fit or BookingState.Deferred or BookingState.ContraIndicated or BookingState.NotConsenting or BookingState.ToHospital))
            return SessionsRefusals.WrongStep;
        var note = Said.Of(screening.Note, LongestNote);
        if (note.Length == 0 && screening.Outcome is BookingState.Deferred or BookingState.ContraIndicated or BookingState.ToHospital) return SessionsRefusals.NoteNeeded;
        Begin(session);
        var now = time.GetUtcNow();
        booking.ArrivedAt ??= now;
        (booking.ScreenedAt, booking.ScreenedBy) = (now, me.Name);
        booking.ScreeningNote = note;
        booking.MoveTo(screening.Outcome);
        return await Save(session, booking, "day.screen", me, stop);
    }

    /// <summary>Takes the last step back, as long as nothing was injected.</summary>
    public async Task<Result<VaccinationSession>> Undo(long sessionId, int number, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(sessionId, number, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (session, booking) = found;
        if (booking.DoseId is not null || booking.State == BookingState.Cancelled) return SessionsRefusals.WrongStep;
        var isScreened = booking.ScreenedAt is not null;
        if (isScreened) (booking.ScreenedAt, booking.ScreenedBy, booking.ScreeningNote) = (null, "", "");
        else booking.ArrivedAt = null;
        booking.MoveTo(isScreened ? BookingState.Arrived : BookingState.Booked);
        return await Save(session, booking, "day.undo", me, stop);
    }

    /// <summary>Somebody leaves after half an hour of observation; sooner only with a word why.</summary>
    public async Task<Result<VaccinationSession>> Leave(long sessionId, int number, string note, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(sessionId, number, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (session, booking) = found;
        if (booking.State != BookingState.Injected) return SessionsRefusals.WrongStep;
        var now = time.GetUtcNow();
        if (now < booking.InjectedAt + Booking.Observation && note.Trim().Length == 0) return SessionsRefusals.TooSoon;
        booking.ObservationNote = Said.Of(note, LongestNote);
        booking.LeftAt = now;
        booking.MoveTo(BookingState.Left);
        return await Save(session, booking, "day.leave", me, stop);
    }

    /// <summary>A booking of a session that is not closed, and the person.</summary>
    internal async Task<Result<(VaccinationSession Session, Booking Booking)>> Find(long sessionId, int number, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(sessionId, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        if (!session.IsOpen) return SessionsRefusals.NotOpen;
        return await db.Set<Booking>().FirstOrDefaultAsync(booking => booking.SessionId == sessionId && booking.Number == number, stop) is { } booking
            ? (session, booking)
            : SessionsRefusals.NoSuchBooking;
    }

    internal static void Begin(VaccinationSession session)
    {
        if (session.State == SessionState.Planned) session.State = SessionState.Running;
    }

    private async Task<Result<VaccinationSession>> Save(VaccinationSession session, Booking booking, string kind, SignedIn me, CancellationToken stop) =>
        await db.SaveFirst(me.NewAct(time, kind, $"day:{session.Code}.{booking.Number}"), stop) ? session : SessionsRefusals.Moved;
}
