using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Records;
using XacThuc.Platform.Sessions.Correct;
using XacThuc.Platform.Sessions.Observe;
using XacThuc.Platform.Signed;
using XacThuc.Platform.Vaccines;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>Draws the results of a day up, as its entry is now; saved with the caller's change.</summary>
internal sealed class DrawResult(PlatformDb db, TimeProvider time)
{
    public async Task<SessionResult> Run(VaccinationSession session, CancellationToken stop)
    {
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == session.UnitId, stop);
        var before = await db.Set<SessionResult>().AsNoTracking().Where(result => result.SessionId == session.Id)
            .OrderByDescending(result => result.Version).Select(result => new { result.Version, result.Digest }).FirstOrDefaultAsync(stop);
        var version = (before?.Version ?? 0) + 1;
        var lots = await db.BroughtTo(session.Id, stop);
        var day = new DayResult(
            session.Code, version, unit.Code, unit.Name, session.Place, session.Day, session.Product,
            VaccineCatalogue.NameOf(session.Product),
            await Figures(session.Id, stop),
            [.. lots.Select(lot => new ResultLot(
                lot.Lot.Number, lot.Lot.ExpiresOn, lot.Brought.Brought, lot.Brought.Used, lot.Brought.Discarded, lot.Brought.Returned, lot.Brought.Explanation))],
            await Doses(session.Id, stop), before?.Digest, await Corrections(session.Id, stop));
        var content = day.ToContent();
        var result = new SessionResult
        {
            SessionId = session.Id,
            Version = version,
            Content = content,
            Digest = SignedDocument.DigestOf(content),
            DrawnAt = time.GetUtcNow(),
        };
        db.Add(result);
        return result;
    }

    private async Task<DayFigures> Figures(long sessionId, CancellationToken stop)
    {
        // Of the tracked ones: those who did not come are moved in the same change.
        var bookings = await db.Set<Booking>().Where(booking => booking.SessionId == sessionId).ToListAsync(stop);
        var events = await db.Set<AdverseEvent>().AsNoTracking().Where(seen => seen.SessionId == sessionId).ToListAsync(stop);
        var serious = events.Count(seen => seen.IsSerious);
        int Of(BookingState state) => bookings.Count(booking => booking.State == state);
        return new DayFigures(
            bookings.Count, bookings.Count(booking => booking.DoseId is not null), Of(BookingState.Deferred), Of(BookingState.ContraIndicated),
            Of(BookingState.NotConsenting), Of(BookingState.ToHospital), Of(BookingState.Cancelled), events.Count - serious, serious);
    }

    private async Task<IReadOnlyList<ResultCorrection>> Corrections(long sessionId, CancellationToken stop)
    {
        var done = await db.Set<SessionCorrection>().AsNoTracking()
            .Where(correction => correction.SessionId == sessionId && correction.State == CorrectionState.Confirmed).OrderBy(correction => correction.DecidedAt).ToListAsync(stop);
        return done.ConvertAll(one => new ResultCorrection(
            CorrectionTexts.Of(one.Kind).Vi, one.Number, one.FromWords, one.ToWords, one.Reason, one.ProposedBy, one.DecidedBy, one.DecidedAt!.Value));
    }

    private async Task<IReadOnlyList<ResultDose>> Doses(long sessionId, CancellationToken stop)
    {
        var doses = await db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == sessionId && booking.DoseId != null)
            .Join(db.Set<Dose>(), booking => booking.DoseId, dose => (long?)dose.Id, (booking, dose) => new { booking, dose })
            .Join(db.Set<VaccinationRecord>(), pair => pair.dose.RecordId, record => record.Id, (pair, record) => new { pair.booking, pair.dose, record })
            .OrderBy(row => row.booking.Number).ToListAsync(stop);
        return doses.ConvertAll(row => new ResultDose(
            row.booking.Number, row.record.Ref, row.record.FullName, row.record.Sex, row.record.DateOfBirth, row.record.IdNumber, row.dose.Number,
            row.dose.Product, row.dose.Lot, row.booking.InjectedAt!.Value, row.dose.IsLate, row.dose.ScheduleReason, string.Join(". ", new[] { row.booking.ScreeningNote, row.booking.ObservationNote }.Where(note => note.Length > 0))));
    }
}
