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
/// <param name="Dose">The dose.</param>
/// <param name="Outcome">What the record was found to be; none where the police side is asked later.</param>
internal sealed record Injected(Dose Dose, Outcome? Outcome);

/// <summary>
/// Enters an injection: the schedule's rules are asked, the lot is one that was brought, may be used and is not used up; the
/// person's record is made where there is none. Then the record is authenticated while the person still sits there.
/// </summary>
internal sealed class Inject(PlatformDb db, DayDesk desk, PersonRecord records, AuthenticateOne authenticate, TimeProvider time)
{
    public async Task<Result<Injected>> Run(long sessionId, int number, Injection injection, SignedIn me, CancellationToken stop)
    {
        if (await FindEntered(injection, stop) is { } again) return again;
        if (!(await desk.Find(sessionId, number, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (session, booking) = found;
        if (booking.State != BookingState.Fit) return SessionsRefusals.WrongStep;
        if (injection.At > time.GetUtcNow()) return SessionsRefusals.GivenAt;
        var person = await db.Set<ListedPerson>().FirstAsync(person => person.Id == booking.PersonId, stop);
        var list = await db.Set<SurveyList>().AsNoTracking().FirstAsync(list => list.Id == person.ListId, stop);
        await using var all = await db.Database.BeginTransactionAsync(stop);

        // The same entry may have come a moment before: then it is what the rules find.
        if (await Judge(session, person, list.Dose, injection.Reason, stop) is { } against)
            return await FindEntered(injection, stop) is { } before ? before : against;
        if (!(await TakeDose(session, injection.LotId, stop)).TryGet(out var lot, out refusal)) return refusal;

        Dose dose;
        try
        {
            dose = await Enter(session, booking, person, lot, list.Dose, injection, me, stop);
            await all.CommitAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another desk took the same person, or the entry came twice at once.
            await all.RollbackAsync(stop);
            db.ChangeTracker.Clear();
            return await FindEntered(injection, stop) is { } before ? before : SessionsRefusals.Moved;
        }

        var outcome = person.State == PersonState.Foreigner ? null : (await authenticate.Run(dose.RecordId, me, stop)).Match(known => known, _ => null);
        return new Injected(dose, outcome);
    }

    private async Task<Injected?> FindEntered(Injection injection, CancellationToken stop) =>
        await db.Set<Dose>().AsNoTracking().FirstOrDefaultAsync(dose => dose.EntryKey == injection.EntryKey, stop) is { } dose
            ? new Injected(dose, null)
            : null;

    private async Task<Dose> Enter(
        VaccinationSession session, Booking booking, ListedPerson person, Lot lot, int number, Injection injection, SignedIn me, CancellationToken stop)
    {
        var record = await records.Of(person, session, me, stop);
        var dose = NewDose(session, record, lot, number, injection, me);
        db.Add(dose);
        await db.SaveChangesAsync(stop);
        (booking.DoseId, booking.InjectedAt) = (dose.Id, injection.At ?? time.GetUtcNow());
        booking.MoveTo(BookingState.Injected);
        await db.Save(me.NewAct(time, "dose.add", $"record:{record.Ref}", $"{lot.Product} {lot.Number}"), stop);
        return dose;
    }

    /// <summary>What the rules find against the dose of somebody, for the desk to show before the injection.</summary>
    public async Task<IReadOnlyList<Finding>> Findings(VaccinationSession session, ListedPerson person, int number, CancellationToken stop)
    {
        var (record, product) = (person.RecordId ?? 0, ProductCode.Parse(session.Product));
        var given = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == record && dose.State == DoseState.Valid).ToListAsync(stop);
        return VaccineCatalogue.Standard.FindSchedule(product)!.Check(
            PlanSession.Vaccinee(person), [.. given.Select(dose => new DoseGiven(ProductCode.Parse(dose.Product), dose.GivenOn, dose.Number))],
            new DoseGiven(product, session.Day, number), Shown.Day(time.GetUtcNow()));
    }

    private async Task<Refusal?> Judge(VaccinationSession session, ListedPerson person, int number, string reason, CancellationToken stop)
    {
        var findings = await Findings(session, person, number, stop);
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

    private Dose NewDose(VaccinationSession session, VaccinationRecord record, Lot lot, int number, Injection injection, SignedIn me) => new()
    {
        EntryKey = injection.EntryKey,
        RecordId = record.Id,
        Number = number,
        Product = lot.Product,
        Lot = lot.Number,
        GivenOn = session.Day,
        UnitId = session.UnitId,
        SessionId = session.Id,
        EnteredBy = me.Name,
        EnteredAt = time.GetUtcNow(),
        IsLate = Shown.Day(time.GetUtcNow()) > session.Day,
        ScheduleReason = injection.Reason.Trim(),
    };
}
