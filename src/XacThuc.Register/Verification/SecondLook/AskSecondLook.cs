using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.SecondLook;

/// <summary>Asks another officer to look at a list whose rows are all decided: at the rows that need it, before it is signed.</summary>
internal sealed class AskSecondLook(RegisterDb db, TimeProvider time)
{
    public async Task<Result<VerificationList>> Run(long listId, SignedIn me, CancellationToken stop)
    {
        if (await db.ListsOf(me).FirstOrDefaultAsync(list => list.Id == listId, stop) is not { } list) return VerificationRefusals.NotThere;
        if (VerificationRefusals.OfGone(list) is { } gone) return gone;
        if (list.State == ListState.SecondLook) return VerificationRefusals.SecondLookAsked;
        var rows = await db.Set<VerificationRow>().AsNoTracking().Where(row => row.ListId == listId).ToListAsync(stop);
        if (rows.Count(row => row.Verdict is null) is > 0 and var left) return VerificationRefusals.RowsLeft(left);
        var waiting = rows.Count(row => !row.IsSettled);
        if (waiting == 0) return VerificationRefusals.NoSecondLookNeeded;

        (list.LookAskedBy, list.LookAskedAt) = (me.Name, time.GetUtcNow());
        list.MoveTo(ListState.SecondLook);
        return await db.SaveFirst(me.NewAct(time, "list.ask_second_look", $"list:{list.Code}", $"{waiting}"), stop)
            ? list
            : VerificationRefusals.Changed;
    }
}
