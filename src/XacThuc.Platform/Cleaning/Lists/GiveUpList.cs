using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Cleaning.Lists;

/// <summary>Gives a list up that was not sent: its records can go on another one.</summary>
internal sealed class GiveUpList(PlatformDb db, TimeProvider time)
{
    public async Task<Result<CleaningList>> Run(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindList(id, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (!list.IsOpen) return CleaningRefusals.Moved;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        list.MoveTo(ListState.GivenUp);
        var saved = await db.SaveMoved(list, me.NewAct(time, "cleaning.give_up", $"cleaning:{list.Code}"), stop);
        if (saved.Refusal is not null) return saved;
        await db.Set<ListedRecord>().Where(listed => listed.ListId == id).ExecuteDeleteAsync(stop);
        await all.CommitAsync(stop);
        return saved;
    }
}
