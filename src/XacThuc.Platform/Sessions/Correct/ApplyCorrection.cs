using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Sessions.Desk;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Correct;

/// <summary>
/// Does what was confirmed: every dose keeps its version from before, and the lots' balance goes with it. Changes are
/// tracked; the caller saves them.
/// </summary>
internal sealed class ApplyCorrection(PlatformDb db, KeepLots lots, PersonRecord records)
{
    /// <returns>How many doses changed.</returns>
    public async Task<Result<int>> Run(VaccinationSession session, SessionCorrection correction, SignedIn me, Act act, CancellationToken stop)
    {
        var doses = await db.DosesOf(session.Id, correction.Number).ToListAsync(stop);
        if (correction.Kind == CorrectionKind.Lot) doses = await OfLot(session, doses, correction.From, stop);
        if (doses.Count == 0) return CorrectionRefusals.NoDose;
        var refused = correction.Kind switch
        {
            CorrectionKind.Lot => await GiveLot(session, doses, correction, act, stop),
            CorrectionKind.Day => GiveDay(session, doses, DateOnly.FromDayNumber((int)correction.To), act),
            CorrectionKind.DoseNumber => await GiveNumber(doses[0], (int)correction.To, act, stop),
            CorrectionKind.NotGiven => await TakeBack(session, doses[0], correction, act, stop),
            CorrectionKind.Person => await GivePerson(session, doses[0], correction, me, act, stop),
        };
        return refused is null ? doses.Count : refused;
    }

    private async Task<List<Dose>> OfLot(VaccinationSession session, List<Dose> doses, long lotId, CancellationToken stop)
    {
        var lot = (await db.BroughtTo(session.Id, stop)).Find(one => one.Lot.Id == lotId)?.Lot;
        return lot is null ? [] : doses.FindAll(lot.IsOf);
    }

    private async Task<Refusal?> GiveLot(VaccinationSession session, List<Dose> doses, SessionCorrection correction, Act act, CancellationToken stop)
    {
        var brought = await db.BroughtTo(session.Id, stop);
        var wrong = brought.Find(lot => lot.Lot.Id == correction.From)!;
        var right = await db.Set<Lot>().FirstAsync(lot => lot.Id == correction.To, stop);
        var here = brought.Find(lot => lot.Lot.Id == correction.To)?.Brought;

        // What was counted as thrown away, returned or left stays with its lot: only what was injected moves.
        var left = (await lots.Stored(session.UnitId, stop)).First(stored => stored.Lot.Id == right.Id).Left;
        if (left < doses.Count) return CorrectionRefusals.LotShort(right.Number, left, doses.Count);
        if (here is null) db.Add(here = new SessionLot { SessionId = session.Id, LotId = right.Id, Brought = 0 });
        (here.Brought, here.Used) = (here.Brought + doses.Count, here.Used + doses.Count);
        (wrong.Brought.Brought, wrong.Brought.Used) = (wrong.Brought.Brought - doses.Count, wrong.Brought.Used - doses.Count);
        (right.Version, wrong.Lot.Version) = (right.Version + 1, wrong.Lot.Version + 1);
        if (correction.Number is null && wrong.Brought.Used == 0) session.Product = right.Product;
        foreach (var dose in doses)
        {
            db.Add(DoseVersion.End(dose, act));
            (dose.Product, dose.Lot) = (right.Product, right.Number);
        }

        return null;
    }

    private Refusal? GiveDay(VaccinationSession session, List<Dose> doses, DateOnly day, Act act)
    {
        session.Day = day;
        foreach (var dose in doses)
        {
            db.Add(DoseVersion.End(dose, act));
            dose.GivenOn = day;
        }

        return null;
    }

    private async Task<Refusal?> GiveNumber(Dose dose, int number, Act act, CancellationToken stop)
    {
        if (await db.Set<Dose>().AnyAsync(other => other.RecordId == dose.RecordId && other.Number == number && other.Product == dose.Product
            && other.State == DoseState.Valid && other.Id != dose.Id, stop))
            return CorrectionRefusals.NumberTaken(number);
        db.Add(DoseVersion.End(dose, act));
        dose.Number = number;
        return null;
    }

    // The dose was not injected: it counts as thrown away, with the reason, so that the lot's balance closes as before.
    private async Task<Refusal?> TakeBack(VaccinationSession session, Dose dose, SessionCorrection correction, Act act, CancellationToken stop)
    {
        if ((await db.BroughtTo(session.Id, stop)).Find(lot => lot.Lot.IsOf(dose)) is not { } lot) return CorrectionRefusals.NoDose;
        var booking = await db.Set<Booking>().FirstAsync(booking => booking.DoseId == dose.Id, stop);
        (lot.Brought.Used, lot.Brought.Discarded) = (lot.Brought.Used - 1, lot.Brought.Discarded + 1);
        lot.Brought.Explanation = $"{lot.Brought.Explanation} {correction.Reason}".Trim();
        booking.DoseId = null;
        booking.MoveTo(BookingState.Cancelled);
        db.Add(DoseVersion.End(dose, act));
        dose.State = DoseState.Withdrawn;
        return null;
    }

    private async Task<Refusal?> GivePerson(VaccinationSession session, Dose dose, SessionCorrection correction, SignedIn me, Act act, CancellationToken stop)
    {
        if (await db.FindUnvaccinated(session.Id, correction.To, stop) is not { } right) return CorrectionRefusals.NoPerson;
        var wrong = await db.Set<Booking>().FirstAsync(booking => booking.DoseId == dose.Id, stop);
        var person = await db.Set<ListedPerson>().FirstAsync(person => person.Id == right.PersonId, stop);
        (right.ArrivedAt, right.ScreenedAt, right.ScreenedBy, right.InjectedAt, right.LeftAt) = (wrong.ArrivedAt, wrong.ScreenedAt, wrong.ScreenedBy, wrong.InjectedAt, wrong.LeftAt);
        (right.DoseId, wrong.DoseId) = (dose.Id, null);
        right.MoveTo(BookingState.Left);
        wrong.MoveTo(BookingState.Cancelled);
        db.Add(DoseVersion.End(dose, act));
        dose.RecordId = (await records.Of(person, session, me, stop)).Id;
        return null;
    }
}
