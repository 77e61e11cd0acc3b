using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records.Phones;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists.Likeness;

/// <summary>
/// What somebody says of a likeness. The same person twice on lists: this row is withdrawn. The same person's record: the row
/// is linked with it, which gets their phone if it has none. Two people: it is not asked again.
/// </summary>
internal sealed class SettleAlike(PlatformDb db, FindAlike find, TimeProvider time)
{
    public async Task<Result<Alike>> Run(long listId, long alikeId, bool isSame, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(listId, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        var alike = await db.Set<Alike>().FirstOrDefaultAsync(alike => alike.Id == alikeId && alike.ListId == listId, stop);
        if (alike is not { State: AlikeState.Open }) return ListsRefusals.LikenessGone;
        var person = await db.Set<ListedPerson>().FirstAsync(person => person.Id == alike.PersonId, stop);
        if (isSame && alike.OtherKind != OtherKind.Record && person.State == PersonState.WithPolice) return ListsRefusals.WithPolice;
        Settle(alike, person, isSame, me);
        if (person.State == PersonState.Withdrawn) await find.Forget(person, alike, stop);
        return await Save(list, [person], me.NewAct(time, isSame ? "list.same" : "list.different", $"list:{list.Code}.{person.Number}"), alike, stop);
    }

    /// <summary>Links every open row with the record that has its number and is all but certainly the same person's.</summary>
    /// <returns>How many.</returns>
    public async Task<Result<int>> LinkCertain(long listId, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(listId, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        var certain = await db.Set<Alike>().Where(alike => alike.ListId == listId && alike.State == AlikeState.Open
            && alike.OtherKind == OtherKind.Record && alike.HasSameNumber && alike.Probability >= Certain).ToListAsync(stop);
        var ids = certain.Select(alike => alike.PersonId).ToArray();
        var people = await db.Set<ListedPerson>().Where(person => EF.Parameter(ids).Contains(person.Id)).ToDictionaryAsync(person => person.Id, stop);
        foreach (var alike in certain) Settle(alike, people[alike.PersonId], isSame: true, me);
        return await Save(list, people.Values, me.NewAct(time, "list.same", $"list:{list.Code}", $"{certain.Count}"), certain.Count, stop);
    }

    /// <summary>From this probability on, rows with one number are linked together.</summary>
    public const double Certain = 0.99;

    private void Settle(Alike alike, ListedPerson person, bool isSame, SignedIn me)
    {
        (alike.State, alike.SettledBy, alike.SettledAt) = (isSame ? AlikeState.Same : AlikeState.Different, me.Name, time.GetUtcNow());
        if (!isSame) return;
        if (alike.OtherKind == OtherKind.Record) person.RecordId = alike.OtherId;
        else person.State = PersonState.Withdrawn;
    }

    private async Task<Result<T>> Save<T>(SurveyList list, IEnumerable<ListedPerson> settled, Act act, T done, CancellationToken stop) where T : notnull
    {
        list.MoveTo(list.State);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var saved = await db.SaveMoved(list, act, stop);
        if (saved.Refusal is { } refusal) return refusal;
        await db.FillPhone(settled, stop);
        await all.CommitAsync(stop);
        return done;
    }
}
