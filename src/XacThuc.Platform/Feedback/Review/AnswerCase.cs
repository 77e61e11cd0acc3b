using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>Answers a report otherwise than by accepting it: refuses, asks back, puts off, hands over; or takes that back at once.</summary>
internal sealed class AnswerCase(PlatformDb db, AnswerTogether together, FeedbackWords words, TimeProvider time)
{
    private const int LongestLetter = 2_000;
    private const int MostDaysOff = 30;

    /// <summary>Refuses with an official reason; the letter says in plain words what is wrong and what to do.</summary>
    public async Task<Result<FeedbackCase>> Refuse(
        long id, int version, RefusalReason? reason, string? letter, ICollection<long> alike, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwed(id, version, me, stop)).TryGet(out var one, out var refusal)) return refusal;
        if (reason is not { } official || !Enum.IsDefined(official)) return FeedbackRefusals.NoReason;
        var said = Said.Of(letter, LongestLetter);
        (one.Reason, one.Letter) = (official, said.Length > 0 ? said : official.Letter().Vi);
        return await Answer(one, FeedbackState.Refused, CaseStepKind.Refused, "feedback.refuse", alike, me, stop);
    }

    /// <summary>Asks the citizen; the hours begin anew with the answer.</summary>
    public async Task<Result<FeedbackCase>> Ask(long id, int version, string? question, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwed(id, version, me, stop)).TryGet(out var one, out var refusal)) return refusal;
        var said = Said.Of(question, LongestLetter);
        if (said.Length == 0) return FeedbackRefusals.NoWords;
        (one.Reason, one.Letter) = (null, said);
        return await Answer(one, FeedbackState.Asked, CaseStepKind.Asked, "feedback.ask", [], me, stop);
    }

    /// <summary>Puts it off to a day, with a reason; the hours go on.</summary>
    public async Task<Result<FeedbackCase>> PutOff(long id, int version, DateOnly? day, string? why, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwed(id, version, me, stop)).TryGet(out var one, out var refusal)) return refusal;
        var today = Shown.Day(time.GetUtcNow());
        if (day is not { } to || to < today || to > today.AddDays(MostDaysOff)) return FeedbackRefusals.NoDay;
        var said = Said.Of(why, LongestLetter);
        if (said.Length == 0) return FeedbackRefusals.NoWords;
        (one.PutOffTo, one.Letter) = (to, said);
        one.MoveTo(FeedbackState.PutOff);
        return await Save(one, CaseStepKind.PutOff, "feedback.put_off", me, stop);
    }

    /// <summary>Hands it over to another unit, with a note for its staff; the hours go on.</summary>
    public async Task<Result<FeedbackCase>> HandOver(long id, int version, long? unitId, string? note, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwed(id, version, me, stop)).TryGet(out var one, out var refusal)) return refusal;
        var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Id == unitId
            && (unit.Kind == UnitKind.HealthStation || unit.Kind == UnitKind.VaccinationFacility || unit.Kind == UnitKind.DistrictHealthCentre), stop);
        if (unit is null || unit.Id == one.UnitId) return FeedbackRefusals.NoUnit;
        (one.UnitId, one.Route) = (unit.Id, FeedbackRoute.HandedOver);
        one.MoveTo(FeedbackState.Open);
        var act = me.NewAct(time, "feedback.hand_over", $"feedback:{one.Ref}", unit.Code);
        db.Add(CaseStep.Of(one, CaseStepKind.HandedOver, act, Said.Of($"{unit.Name}. {Said.Of(note, LongestLetter)}", LongestLetter)));
        return await db.SaveFirst(act, stop) ? one : FeedbackRefusals.Changed;
    }

    /// <summary>Takes an answer back whose message has not left yet.</summary>
    public async Task<Result<FeedbackCase>> TakeBack(long id, SignedIn me, CancellationToken stop)
    {
        var one = await db.CasesOf(me).FirstOrDefaultAsync(one => one.Id == id, stop);
        if (one is null || one.State is not (FeedbackState.Refused or FeedbackState.Asked or FeedbackState.PutOff)) return FeedbackRefusals.NotThere;
        var (subject, about, now) = ($"feedback:{one.Ref}", (long)one.Version, time.GetUtcNow());
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var message = db.Set<ShortMessage>().Where(message => message.Subject == subject && message.About == about && message.Kind == MessageKind.Feedback);
        var isTold = await message.AnyAsync(stop)
            && await message.Where(one => one.State == MessageState.Waiting && one.Tries == 0)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, MessageState.Withdrawn).SetProperty(one => one.Words, "").SetProperty(one => one.Phone, ""), stop) == 0;
        if (isTold) return FeedbackRefusals.Told;
        one.Resume();
        var act = new Act(me.Actor, now, "feedback.take_back", subject);
        db.Add(CaseStep.Of(one, CaseStepKind.TakenBack, act));
        if (!await db.SaveFirst(act, stop)) return FeedbackRefusals.Changed;
        await all.CommitAsync(stop);
        return one;
    }

    private async Task<Result<FeedbackCase>> Answer(
        FeedbackCase one, FeedbackState state, CaseStepKind step, string kind, ICollection<long> alike, SignedIn me, CancellationToken stop)
    {
        one.Answer(state, time.GetUtcNow());
        if (alike.Count > 0) await together.Run(one, alike, me.NewAct(time, kind, $"feedback:{one.Ref}"), stop);
        return await Save(one, step, kind, me, stop);
    }

    private async Task<Result<FeedbackCase>> Save(FeedbackCase one, CaseStepKind step, string kind, SignedIn me, CancellationToken stop)
    {
        var act = me.NewAct(time, kind, $"feedback:{one.Ref}");
        db.Add(CaseStep.Of(one, step, act, one.Letter));
        words.Tell(db, one, act.At);
        return await db.SaveFirst(act, stop) ? one : FeedbackRefusals.Changed;
    }
}

/// <summary>Finds what somebody may answer. What is out of reach is not there.</summary>
internal static class CaseReach
{
    /// <summary>A case that is owed, tracked, as it was looked at.</summary>
    public static async Task<Result<FeedbackCase>> FindOwed(this PlatformDb db, long id, int version, SignedIn me, CancellationToken stop)
    {
        if (await db.CasesOf(me).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } one) return FeedbackRefusals.NotThere;
        if (one.Version != version) return FeedbackRefusals.Changed;
        return one.IsOwed ? one : FeedbackRefusals.NotOwed;
    }
}
