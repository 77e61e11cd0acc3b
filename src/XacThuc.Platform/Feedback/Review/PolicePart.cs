using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Authentication.Single;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>
/// The police's part of a case. What was written is compared with the register; where it does not agree the commune police have
/// it over the border at once, as every wrong record, and the case waits for them. When they decided, or the record has become
/// right, the case goes on by itself.
/// </summary>
internal sealed class PolicePart(PlatformDb db, AuthenticateOne authenticate, FeedbackWords words, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <summary>
    /// Authenticates the record of a case that was just accepted. Where who the person is was in question and it is wrong, the case is
    /// with the police; a case about a dose alone is done.
    /// </summary>
    public async Task Authenticate(long caseId, long recordId, bool isAboutPerson, SignedIn me, CancellationToken stop)
    {
        var answer = await authenticate.Run(recordId, me, stop);
        if (!isAboutPerson || !answer.TryGet(out var outcome, out _) || outcome is not { Status: RecordStatus.Mismatched }) return;
        db.ChangeTracker.Clear();
        var one = await db.Set<FeedbackCase>().FirstAsync(one => one.Id == caseId, stop);
        if (one.State != FeedbackState.Accepted) return;
        var act = me.NewAct(time, "feedback.to_police", $"feedback:{one.Ref}");
        one.MoveTo(FeedbackState.WithPolice);
        db.Add(CaseStep.Of(one, CaseStepKind.ToPolice, act));
        words.Tell(db, one, act.At);
        await db.SaveFirst(act, stop);
    }

    /// <summary>Goes on with cases that the police have decided, or whose record agrees by now; how many.</summary>
    public async Task<int> Look(CancellationToken stop)
    {
        var waiting = db.Set<FeedbackCase>().Where(one => one.State == FeedbackState.WithPolice);
        var right = await waiting.Where(one => db.Set<VaccinationRecord>().Any(record =>
            record.Id == one.RecordId && record.Status == RecordStatus.Matched && record.AuthenticatedVersion == record.Version)).OrderBy(one => one.Id).Take(AtOnce).ToListAsync(stop);
        var decided = await waiting.Where(one => db.Set<RecordDecision>().Any(decision =>
            decision.RecordId == one.RecordId && decision.State == DecisionState.Open && decision.CameAt >= one.AnsweredAt)).OrderBy(one => one.Id).Take(AtOnce).ToListAsync(stop);
        foreach (var one in right) await GoOn(one, isRight: true, stop);
        foreach (var one in decided.ExceptBy(right.Select(one => one.Id), one => one.Id)) await GoOn(one, isRight: false, stop);
        return right.Count + decided.Count;
    }

    private async Task GoOn(FeedbackCase one, bool isRight, CancellationToken stop)
    {
        var act = new Act(Actor.House, time.GetUtcNow(), "feedback.from_police", $"feedback:{one.Ref}");
        if (isRight) one.MoveTo(FeedbackState.Accepted);
        else one.StartClock(act.At);
        db.Add(CaseStep.Of(one, CaseStepKind.PoliceDecided, act));
        if (isRight) words.Tell(db, one, act.At);
        await db.SaveFirst(act, stop);
    }
}
