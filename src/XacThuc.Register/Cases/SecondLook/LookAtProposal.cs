using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;

namespace XacThuc.Register.Cases.SecondLook;

/// <summary>The second officer's word on a bulk proposal: never the proposer's own.</summary>
internal sealed class LookAtProposal(RegisterDb db, JobDesk desk, TimeProvider time)
{
    public async Task<Result<BulkProposal>> Run(long id, bool isApproved, SignedIn me, CancellationToken stop)
    {
        if (await db.BulkOf(me).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found)
            return CasesRefusals.NotThere;
        if (found.State != ProposalState.Open) return CasesRefusals.SecondLookDone;
        if (string.Equals(found.ProposedBy, me.Name, StringComparison.Ordinal)) return CasesRefusals.SecondLookByAnother;

        found.State = isApproved ? ProposalState.Approved : ProposalState.Refused;
        (found.LookedAtBy, found.LookedAtAt) = (me.Name, time.GetUtcNow());
        var act = me.NewAct(time, isApproved ? "bulk.approve" : "bulk.refuse", $"proposal:{id}");
        if (isApproved) await desk.Ask<ReleaseProposed>(new ReleaseInput(id, me), me.UnitId, $"proposal:{id}", act, stop);
        else await Refuse(found, act, stop);
        return found;
    }

    private async Task Refuse(BulkProposal found, Act act, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        await db.TakeBack(BulkProposal.Read(found.Cases).Select(one => one.Id), stop);
        await db.Save(act, stop);
        await all.CommitAsync(stop);
    }
}
