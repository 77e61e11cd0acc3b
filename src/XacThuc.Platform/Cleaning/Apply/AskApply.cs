using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Cleaning.Apply;

/// <summary>The station's one button: has a signed list applied. Pressed twice, it is the same job.</summary>
internal sealed class AskApply(PlatformDb db, JobDesk desk, TimeProvider time)
{
    public async Task<Result<Job>> Run(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindList(id, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (list.State is ListState.Drawn or ListState.Filled or ListState.Sent or ListState.GivenUp) return CleaningRefusals.NotSigned;
        if (list.State == ListState.Signed) list.MoveTo(ListState.Applying);
        try
        {
            return await desk.Ask<ApplyList>(
                new ApplyInput(id), list.UnitId, list.Code, me.NewAct(time, "cleaning.ask_apply", $"cleaning:{list.Code}"), stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return CleaningRefusals.Moved;
        }
    }
}
