using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>
/// Accepts a report. What is taken over as the citizen declared it counts at once; what the reviewer writes otherwise the
/// citizen looks at first, so that the correction makes no second mistake. Then the record is authenticated anew.
/// </summary>
internal sealed class AcceptCase(PlatformDb db, ApplyChanges apply, AnswerTogether together, FeedbackWords words, PolicePart police, TimeProvider time)
{
    private const int LongestLetter = 2_000;
    private const int MostDoses = 9;

    public async Task<Result<FeedbackCase>> Run(long id, AcceptForm form, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwed(id, form.Version, me, stop)).TryGet(out var one, out var refusal)) return refusal;
        var now = time.GetUtcNow();
        var act = me.NewAct(time, "feedback.accept", $"feedback:{one.Ref}");
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!(await RecordOf(one, form, me, now, stop)).TryGet(out var record, out refusal)) return refusal;
        var declared = await db.Set<ReportedDose>().AsNoTracking().Where(dose => dose.CaseId == id).ToListAsync(stop);
        if (!(await ChangesOf(record, form, me, stop)).TryGet(out var changes, out refusal)) return refusal;
        one.Letter = Said.Of(form.Letter, LongestLetter);
        if (changes.IsEmpty && one.Letter.Length == 0) return FeedbackRefusals.NothingToDo;

        (one.RecordId, one.Changes) = (record.Id, changes.Kept());
        var isDone = changes.IsEmpty || CanOnlyBeDone(one) || AreAsDeclared(changes, one, declared);
        if (isDone && await apply.Run(one, record, changes, act, stop) is { } problem) return problem;
        one.Answer(isDone ? FeedbackState.Accepted : FeedbackState.Proposed, now);
        db.Add(CaseStep.Of(one, isDone ? CaseStepKind.Accepted : CaseStepKind.Proposed, act, one.Letter));
        words.Tell(db, one, now);
        await together.Run(one, form.Together, act, stop);
        if (!await db.SaveFirst(act, stop)) return FeedbackRefusals.Changed;
        await all.CommitAsync(stop);

        var isChanged = isDone && !changes.IsEmpty;
        db.ChangeTracker.Clear();
        var isAboutPerson = changes.Person is not null || one.Kind == FeedbackKind.ShownWrong;
        if (isChanged || isAboutPerson) await police.Authenticate(one.Id, record.Id, isAboutPerson, me, stop);
        return one;
    }

    // Without a phone and a session nobody could confirm it.
    private static bool CanOnlyBeDone(FeedbackCase one) => one.Phone.Length == 0;

    private async Task<Result<VaccinationRecord>> RecordOf(FeedbackCase one, AcceptForm form, SignedIn me, DateTimeOffset now, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(form.Record)) return FeedbackRefusals.NoRecord;
        if (!form.Record.Equals(AcceptForm.NewRecord, StringComparison.Ordinal))
        {
            if ((await RecordReach.Find(db, form.Record, me, stop)).TryGet(out var found, out _))
                return found.Version == form.RecordVersion ? found : FeedbackRefusals.Changed;
            return FeedbackRefusals.OtherUnits;
        }

        var written = new WrittenRecord(Said.Of(form.Name, 200), Said.Of(form.Sex, 200), Said.Of(form.Date, 200), Said.Of(form.Number, 200), one.CommuneCode);
        var read = ReadFields.Of(written, new FieldReading(Shown.Day(now)));
        var unit = one.UnitId ?? me.UnitId;
        var made = VaccinationRecord.Make(written, one.Hamlet, read, new RecordSource(unit, unit, SameKey.OfId($"feedback {one.Ref}", 1), now));
        db.Add(made);
        await db.Save(me.NewAct(time, "record.create", $"record:{made.Ref}", $"feedback:{one.Ref}"), stop);
        return made;
    }

    private async Task<Result<CaseChanges>> ChangesOf(VaccinationRecord record, AcceptForm form, SignedIn me, CancellationToken stop)
    {
        var person = new PersonChange(record.Version, Said.Of(form.Name, 200), Said.Of(form.Sex, 200), Said.Of(form.Date, 200), Said.Of(form.Number, 200));
        var today = Shown.Day(time.GetUtcNow());
        var stored = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == record.Id && dose.State == DoseState.Valid).ToDictionaryAsync(dose => dose.Id, stop);
        var doses = new List<DoseChange>();
        foreach (var row in form.Doses.Where(row => row.Deed != DoseDeed.Keep))
        {
            Dose? before = null;
            if (row.Deed != DoseDeed.Add && (row.DoseId is not { } doseId || !stored.TryGetValue(doseId, out before) || before.Version != row.DoseVersion)) return FeedbackRefusals.Changed;
            if (before?.SessionId is not null) return FeedbackRefusals.OfSession;
            var read = ReadDeclared.Of(row.Number, row.Vaccine, row.GivenOn);
            if (row.Deed == DoseDeed.Withdraw)
            {
                doses.Add(new DoseChange(row.Deed, row.Nth, before!.Id, before.Version, before.Number, before.Product, before.Lot, before.GivenOn, before.Facility));
                continue;
            }

            if (read.Number is < 1 or > MostDoses || read.Product is not { } product || read.Day is not { } day || day > today) return FeedbackRefusals.BadDose;
            doses.Add(new DoseChange(
                row.Deed, row.Nth, before?.Id, row.DoseVersion, read.Number, product.ToString(), Said.Of(row.Lot, 40).ToUpperInvariant(), day, Said.Of(row.Facility, 200)));
        }

        return new CaseChanges(person.Over(record.CommuneCode) == record.Written ? null : person, doses, me.Name);
    }

    private static bool AreAsDeclared(CaseChanges changes, FeedbackCase one, List<ReportedDose> declared) =>
        (changes.Person is not { } person || person.Over(one.CommuneCode) == one.Written)
        && changes.Doses.All(change => change.Deed == DoseDeed.Withdraw
            ? one.Kind == FeedbackKind.NotVaccinated
            : declared.Find(dose => dose.Nth == change.Nth) is { } dose && Says(change, dose));

    private static bool Says(DoseChange change, ReportedDose dose)
    {
        var fields = DoseFields.Of(dose);
        return fields.Number.Equals($"{change.Number}", StringComparison.Ordinal) && fields.Vaccine.Equals(change.Product, StringComparison.Ordinal)
            && fields.GivenOn.Equals(Shown.Date(change.GivenOn), StringComparison.Ordinal) && fields.Lot.Equals(change.Lot, StringComparison.Ordinal);
    }
}
