using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cases.Decide;

/// <summary>Takes a decision back that has not left the house yet.</summary>
internal sealed class UndoDecision(RegisterDb db, BorderOutbox outbox, TimeProvider time)
{
    public async Task<Result<Case>> Run(long caseId, SignedIn me, CancellationToken stop)
    {
        if (await (await db.CasesOf(me, stop)).FirstOrDefaultAsync(one => one.Id == caseId, stop) is not { } found) return CasesRefusals.NotThere;
        var last = await db.Set<CaseDecision>().Where(one => one.CaseId == caseId).OrderByDescending(one => one.Id).FirstOrDefaultAsync(stop);
        if (last is not { State: DecisionState.Made } || !string.Equals(last.DecidedBy, me.Name, StringComparison.Ordinal)) return CasesRefusals.TooLate;

        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await outbox.TryWithdraw(db, last.MessageId, stop)) return CasesRefusals.TooLate;
        last.State = DecisionState.Undone;
        (found.State, found.ClosedAt) = (CaseState.Open, null);
        await db.Save(me.NewAct(time, "case.undo", $"case:{caseId}"), stop);
        await all.CommitAsync(stop);
        return found;
    }
}
