using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Authentication.Single;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Records;
using XacThuc.Platform.Sessions.Plan;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Rules;
using XacThuc.Platform.Vaccines.Schedules;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Desk;

/// <summary>An injection as it is entered.</summary>
/// <param name="EntryKey">Given by the desk, once: sent again it is the same injection.</param>
/// <param name="LotId">The lot.</param>
/// <param name="Reason">Why it is given although a rule of the schedule asks; empty where none does.</param>
/// <param name="At">When, where it is entered later; none while the person sits there.</param>
internal sealed record Injection(Guid EntryKey, long LotId, string Reason, DateTimeOffset? At = null);

/// <summary>An injection that was entered.</summary>
/// <param name="Session">The session.</param>
/// <param name="Dose">The dose.</param>
/// <param name="Outcome">What the record was found to be; none where the police side is asked later.</param>
internal sealed record Injected(VaccinationSession Session, Dose Dose, Outcome? Outcome);

/// <summary>
/// Enters an injection: the schedule's rules are asked, the lot is one that was brought, may be used and is not used up; the
/// person's record is made where there is none. Then the record is authenticated while the person still sits there.
/// </summary>
internal sealed class Inject(PlatformDb db, PersonRecord records, AuthenticateOne authenticate, TimeProvider time)
{
    public async Task<Result<Injected>> Run(long sessionId, int number, Injection injection, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(sessionId, number, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        if (Stands(found, injection) is { } against) return await FindEntered(found, injection, stop) is { } again ? again : against;

        // Whatever fails undoes the whole transaction: no part of it needs a point of its own to go back to.
        db.Database.AutoSavepointsEnabled = false;
        await using var all = await db.Database.BeginTransactionAsync(stop);

        // The same entry may have come a moment before: then it is what the rules find.
        if (await Judge(found, injection.Reason, stop) is { } rule) return await FindEntered(found, injection, stop) is { } before ? before : rule;
        if (!(await TakeDose(found.Session, injection.LotId, stop)).TryGet(out var lot, out refusal)) return refusal;

        VaccinationRecord record;
        Dose dose;
        try
        {
            record = await records.Of(found.Person, found.Session, me, stop);
            dose = await Enter(found, record, lot, injection, me, stop);
            await all.CommitAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another desk took the same person, or the entry came twice at once.
            await all.RollbackAsync(stop);
            db.ChangeTracker.Clear();
            return await FindEntered(found, injection, stop) is { } before ? before : SessionsRefusals.Moved;
        }

        var outcome = found.Person.State == PersonState.Foreigner ? null : (await authenticate.Run(record, me, stop)).Match(known => known, _ => null);
        return new Injected(found.Session, dose, outcome);
    }

    /// <summary>What the rules find against the dose of somebody, for the desk to show before the injection.</summary>
    /// <param name="session">The session, of whose vaccine it would be.</param>
    /// <param name="person">Who.</param>
    /// <param name="number">Which dose it would be.</param>
    /// <param name="given">Doses that the person was given.</param>
    public IReadOnlyList<Finding> Findings(VaccinationSession session, ListedPerson person, int number, IReadOnlyList<Dose> given)
    {
        var product = ProductCode.Parse(session.Product);
        return VaccineCatalogue.Standard.FindSchedule(product)!.Check(
            PlanSession.Vaccinee(person), [.. given.Select(dose => new DoseGiven(ProductCode.Parse(dose.Product), dose.GivenOn, dose.Number))],
            new DoseGiven(product, session.Day, number), Shown.Day(time.GetUtcNow()));
    }

    private async Task<Result<AtDesk>> Find(long sessionId, int number, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(sessionId, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        var found = await db.Set<Booking>().Where(booking => booking.SessionId == sessionId && booking.Number == number)
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person })
            .Join(db.Set<SurveyList>(), pair => pair.person.ListId, list => list.Id, (pair, list) => new { pair.booking, pair.person, list.Dose })
            .FirstOrDefaultAsync(stop);
        return found is null ? SessionsRefusals.NoSuchBooking : new AtDesk(session, found.booking, found.person, found.Dose);
    }

    private Refusal? Stands(AtDesk found, Injection injection)
    {
        if (!found.Session.IsOpen) return SessionsRefusals.NotOpen;
        if (found.Booking.State != BookingState.Fit) return SessionsRefusals.WrongStep;
        return injection.At > time.GetUtcNow() ? SessionsRefusals.GivenAt : null;
    }

    private async Task<Injected?> FindEntered(AtDesk found, Injection injection, CancellationToken stop) =>
        await db.Set<Dose>().AsNoTracking().FirstOrDefaultAsync(dose => dose.EntryKey == injection.EntryKey, stop) is { } dose
            ? new Injected(found.Session, dose, null)
            : null;

    private async Task<Dose> Enter(AtDesk found, VaccinationRecord record, Lot lot, Injection injection, SignedIn me, CancellationToken stop)
    {
        var dose = NewDose(found, record, lot, injection, me);
        db.Add(dose);
        await db.SaveChangesAsync(stop);
        (found.Booking.DoseId, found.Booking.InjectedAt) = (dose.Id, injection.At ?? time.GetUtcNow());
        found.Booking.MoveTo(BookingState.Injected);
        await db.Save(me.NewAct(time, "dose.add", $"record:{record.Ref}", $"{lot.Product} {lot.Number}"), stop);
        return dose;
    }

    private async Task<Refusal?> Judge(AtDesk found, string reason, CancellationToken stop)
    {
        var given = found.Person.RecordId is { } record
            ? await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == record && dose.State == DoseState.Valid).ToListAsync(stop)
            : [];
        var findings = Findings(found.Session, found.Person, found.Number, given);
        if (findings.FirstOrDefault(finding => finding.Severity == Severity.Refuse) is { } refused)
            return Refusal.NotAcceptable($"schedule.{refused.Rule}", refused.Sentence.Vi, refused.Sentence.En);
        return findings.Count > 0 && reason.Trim().Length == 0
            ? Refusal.NotAcceptable(
                $"schedule.{findings[0].Rule}",
                $"{findings[0].Sentence.Vi} Ghi lý do nếu vẫn tiêm.", $"{findings[0].Sentence.En} Say why, if it is given all the same.")
            : null;
    }

    private async Task<Result<Lot>> TakeDose(VaccinationSession session, long lotId, CancellationToken stop)
    {
        if ((await db.BroughtTo(session.Id, stop)).Find(lot => lot.Lot.Id == lotId) is not { } found) return SessionsRefusals.NoLot;
        var lot = found.Lot;
        if (lot.ExpiresOn < session.Day) return SessionsRefusals.LotExpired(lot.Number, lot.ExpiresOn);
        if (!await db.TakeOne(found.Brought.Id, stop)) return SessionsRefusals.LotEmpty(lot.Number);
        return lot;
    }

    private Dose NewDose(AtDesk found, VaccinationRecord record, Lot lot, Injection injection, SignedIn me) => new()
    {
        EntryKey = injection.EntryKey,
        RecordId = record.Id,
        Number = found.Number,
        Product = lot.Product,
        Lot = lot.Number,
        GivenOn = found.Session.Day,
        UnitId = found.Session.UnitId,
        SessionId = found.Session.Id,
        EnteredBy = me.Name,
        EnteredAt = time.GetUtcNow(),
        IsLate = Shown.Day(time.GetUtcNow()) > found.Session.Day,
        ScheduleReason = injection.Reason.Trim(),
    };

    private sealed record AtDesk(VaccinationSession Session, Booking Booking, ListedPerson Person, int Number);
}
