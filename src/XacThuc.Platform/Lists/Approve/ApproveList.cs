using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists.Approve;

/// <summary>
/// The commune committee approves a verified list: from then on sessions are planned for those who are verified. Those who
/// must bring papers stay on it and are planned once they are verified on a further list.
/// </summary>
internal sealed class ApproveList(PlatformDb db, TimeProvider time)
{
    public async Task<Result<SurveyList>> Run(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSurvey(id, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (!ListsAccess.MayApprove(me.Role)) return ListsRefusals.MayNotApprove;
        if (!list.IsOpen) return ListsRefusals.Closed;
        if (list.State == ListState.Sent) return ListsRefusals.Outstanding;
        var people = db.Set<ListedPerson>().Where(person => person.ListId == id);
        if (!await people.AnyAsync(
            person => person.State == PersonState.Confirmed || person.State == PersonState.Corrected || person.State == PersonState.Foreigner, stop))
            return ListsRefusals.NobodyVerified;
        (list.ApprovedBy, list.ApprovedAt) = (me.FullName, time.GetUtcNow());
        list.MoveTo(ListState.Approved);
        return await db.SaveMoved(list, me.NewAct(time, "list.approve", $"list:{list.Code}"), stop);
    }

    /// <summary>Gives a list up; what the police still say of it changes nothing any more.</summary>
    public async Task<Result<SurveyList>> GiveUp(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(id, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        list.MoveTo(ListState.GivenUp);
        return await db.SaveMoved(list, me.NewAct(time, "list.give_up", $"list:{list.Code}"), stop);
    }
}
