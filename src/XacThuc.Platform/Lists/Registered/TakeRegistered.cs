using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists.Approve;
using XacThuc.Platform.Lists.Edit;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Lists.Open;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists.Registered;

/// <summary>
/// Puts whoever registered by themselves on a list, as if the station had typed them: whom the engine finds there, on other
/// lists or among the records already is shown and settled as always.
/// </summary>
internal sealed class TakeRegistered(PlatformDb db, OpenList open, ApproveList give, FindAlike alike, TimeProvider time)
{
    /// <summary>Opens a list for them, then puts them on it.</summary>
    public async Task<Result<SurveyList>> OnNewList(string title, int dose, IReadOnlyList<string> refs, SignedIn me, CancellationToken stop)
    {
        if (!RegisteredReach.MayTake(me.Role)) return ListsRefusals.NoRegistration;
        if (!await db.WaitingFor(me).AnyAsync(own => refs.Contains(own.Ref) && own.Dose == dose, stop)) return ListsRefusals.NobodyChosen;
        if (!(await open.Run(title, dose, ListSource.Registered, "", me, stop)).TryGet(out var list, out var refusal)) return refusal;
        var taken = await OnList(list.Id, refs, me, stop);
        if (taken.Refusal is null) return taken;

        // Somebody else has just taken them: the new list stays without people.
        db.ChangeTracker.Clear();
        await give.GiveUp(list.Id, me, stop);
        return taken;
    }

    /// <summary>Puts them on an open list of the same dose.</summary>
    public async Task<Result<SurveyList>> OnList(long listId, IReadOnlyList<string> refs, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(listId, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        var chosen = refs.ToArray();
        var owns = await db.WaitingFor(me).Where(own => EF.Parameter(chosen).Contains(own.Ref)).OrderBy(own => own.Id).ToListAsync(stop);
        if (owns.Count == 0) return ListsRefusals.NobodyChosen;
        if (owns.Exists(own => own.Dose != list.Dose)) return ListsRefusals.OtherDose;
        if (list.LastNumber + owns.Count > SurveyList.Longest) return ListsRefusals.TooLong(list.LastNumber + owns.Count);

        var now = time.GetUtcNow();
        var people = owns.ConvertAll(own => EditPerson.NewPerson(list, own.Fields, now));
        await using var all = await db.Database.BeginTransactionAsync(stop);
        db.AddRange(people);
        list.MoveTo(list.State);
        foreach (var own in owns)
        {
            own.MoveTo(RegisteredState.Listed);
            (own.DecidedBy, own.DecidedAt) = (me.Name, now);
            db.Note(me.NewAct(time, "registration.take", $"registration:{own.Ref}"));
        }

        var saved = await db.SaveMoved(list, me.NewAct(time, "list.add", $"list:{list.Code}", $"{owns.Count}"), stop);
        if (saved.Refusal is { } moved) return moved;
        foreach (var (own, person) in owns.Zip(people)) own.PersonId = person.Id;
        await db.SaveChangesAsync(stop);
        await alike.Run(list, people is [var one] ? one.Id : null, stop);
        await all.CommitAsync(stop);
        return list;
    }
}
