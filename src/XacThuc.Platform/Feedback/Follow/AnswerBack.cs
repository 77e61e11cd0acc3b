using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Feedback.Report;
using XacThuc.Platform.Feedback.Review;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Follow;

/// <summary>What the citizen sends with an answer: words, and personal data where they were written wrongly.</summary>
public sealed record BackForm
{
    /// <summary>In their words.</summary>
    public string? Words { get; init; }

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>Date of birth.</summary>
    public string? Date { get; init; }

    /// <summary>Sex.</summary>
    public string? Sex { get; init; }

    /// <summary>Number.</summary>
    public string? IdNumber { get; init; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(BackForm);
}

/// <summary>The citizen's side of a case that goes on: answers what was asked, opens a refused case again, confirms data, rates.</summary>
internal sealed class AnswerBack(PlatformDb db, ApplyChanges apply, KeepPhoto keep, FeedbackWords words, PolicePart police, TimeProvider time)
{
    /// <summary>How often a refused case is opened again by its owner.</summary>
    public const int MostReopened = 1;

    private const int MostPhotos = 3 * KeepPhoto.MostOfACase;

    /// <summary>Answers a question, or completes a refused case and opens it again: the hours begin anew.</summary>
    public async Task<Result<FeedbackCase>> GoOn(FeedbackCase one, BackForm form, IReadOnlyList<ReadPhoto> photos, CancellationToken stop)
    {
        var (now, said) = (time.GetUtcNow(), Said.Of(form.Words, ReportForm.LongestWords));
        if (one.State == FeedbackState.Refused && one.Reopened >= MostReopened) return FeedbackRefusals.OnceOnly;
        if (one.State is not (FeedbackState.Asked or FeedbackState.Refused)) return FeedbackRefusals.NotOwed;
        if (said.Length == 0 && photos.Count == 0) return FeedbackRefusals.NoWords;
        var isReopened = one.State == FeedbackState.Refused;
        Complete(one, form, now);
        if (isReopened) one.Reopened++;
        (one.Reason, one.AnsweredAt, one.PutOffTo) = (null, null, null);
        one.StartClock(now);
        await Add(one, photos, stop);
        return await Save(one, isReopened ? CaseStepKind.Reopened : CaseStepKind.Answered, isReopened ? "feedback.reopen" : "feedback.answer", said, tells: isReopened, stop);
    }

    /// <summary>Says that accepted data are right: from now on they count. Or that they are not: the unit looks again.</summary>
    public async Task<Result<FeedbackCase>> Confirm(FeedbackCase one, bool isRight, string? why, CancellationToken stop)
    {
        if (one.State != FeedbackState.Proposed) return FeedbackRefusals.NotOwed;
        var now = time.GetUtcNow();
        if (!isRight)
        {
            one.Changes = "";
            one.StartClock(now);
            return await Save(one, CaseStepKind.Disputed, "feedback.dispute", Said.Of(why, ReportForm.LongestWords), tells: false, stop);
        }

        var record = await db.Set<VaccinationRecord>().FirstAsync(record => record.Id == one.RecordId, stop);
        var changes = CaseChanges.Of(one);
        var act = new Act(PortalRegistration.Citizen, now, "feedback.confirm", $"feedback:{one.Ref}");
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await apply.Run(one, record, changes, act, stop) is not null)
        {
            // Somebody changed the record meanwhile: the unit looks again, the citizen need not.
            await all.RollbackAsync(stop);
            db.ChangeTracker.Clear();
            var again = await db.Set<FeedbackCase>().FirstAsync(other => other.Id == one.Id, stop);
            again.StartClock(now);
            return await Save(again, CaseStepKind.Confirmed, "feedback.confirm_late", "", tells: false, stop);
        }

        one.MoveTo(FeedbackState.Accepted);
        db.Add(CaseStep.Of(one, CaseStepKind.Confirmed, act));
        if (!await db.SaveFirst(act, stop)) return FeedbackRefusals.Changed;
        await all.CommitAsync(stop);
        db.ChangeTracker.Clear();
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == record.UnitId, stop);
        await police.Authenticate(one.Id, record.Id, changes.Person is not null, new SignedIn(PortalRegistration.Citizen.Name, unit.Id, unit.Code, unit.Path, AccountRole.HealthStation), stop);
        return one;
    }

    /// <summary>Rates the answer; once.</summary>
    public async Task<Result<FeedbackCase>> Rate(FeedbackCase one, int stars, CancellationToken stop)
    {
        if (!one.IsOver || one.Rating is not null || stars is < 1 or > 5) return FeedbackRefusals.NotOwed;
        one.Rating = stars;
        one.MoveTo(one.State);
        return await db.SaveFirst(new Act(PortalRegistration.Citizen, time.GetUtcNow(), "feedback.rate", $"feedback:{one.Ref}"), stop) ? one : FeedbackRefusals.Changed;
    }

    // What is left empty stays as it was.
    private static void Complete(FeedbackCase one, BackForm form, DateTimeOffset now)
    {
        static string Or(string? written, string before) => Said.Of(written, ReportForm.Longest) is { Length: > 0 } said ? said : before;
        (one.FullName, one.DateOfBirth) = (Or(form.Name, one.FullName), Or(form.Date, one.DateOfBirth));
        (one.Sex, one.IdNumber) = (Or(form.Sex, one.Sex), Or(form.IdNumber, one.IdNumber));
        var read = CheckReport.ReadCase(one, Shown.Day(now));
        (one.NameSearch, one.PersonKey) = (read.NameText.Search, PersonKeys.Of(read, one.Phone));
    }

    private async Task Add(FeedbackCase one, IReadOnlyList<ReadPhoto> photos, CancellationToken stop)
    {
        var there = await db.Set<FeedbackPhoto>().Where(photo => photo.CaseId == one.Id).Select(photo => new { photo.Nth, photo.Digest }).ToListAsync(stop);
        var nth = there.Select(photo => photo.Nth).DefaultIfEmpty(0).Max();
        foreach (var photo in photos.DistinctBy(photo => photo.Digest, StringComparer.Ordinal).Where(photo => !there.Exists(other => other.Digest.Equals(photo.Digest, StringComparison.Ordinal))).Take(MostPhotos - nth))
            keep.Add(db, one.Id, ++nth, photo);
    }

    private async Task<Result<FeedbackCase>> Save(FeedbackCase one, CaseStepKind step, string kind, string said, bool tells, CancellationToken stop)
    {
        var act = new Act(PortalRegistration.Citizen, time.GetUtcNow(), kind, $"feedback:{one.Ref}");
        db.Add(CaseStep.Of(one, step, act, said));
        if (tells) words.Tell(db, one, act.At);
        return await db.SaveFirst(act, stop) ? one : FeedbackRefusals.Changed;
    }
}
