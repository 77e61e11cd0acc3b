using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.Return;

/// <summary>
/// Gives a list of people to be vaccinated back without a verdict, with the reason: another commune's people, half the
/// numbers lost, the wrong file. Nothing of the register goes with it.
/// </summary>
internal sealed class ReturnList(RegisterDb db, BorderOutbox outbox, TimeProvider time)
{
    private const int Longest = 500;

    public async Task<Result<VerificationList>> Run(long listId, string reason, SignedIn me, CancellationToken stop)
    {
        if (await db.ListsOf(me).FirstOrDefaultAsync(list => list.Id == listId, stop) is not { } list) return VerificationRefusals.NotThere;
        if (!VerificationAccess.MaySign(me.Role) || list is not { IsHere: true, Kind: ListKind.Survey }) return VerificationRefusals.MayNotReturn;
        var said = Said.Of(reason, Longest);
        if (said.Length == 0) return VerificationRefusals.NoReason;

        var now = time.GetUtcNow();
        list.ReturnReason = said;
        list.MoveTo(ListState.Returned);
        outbox.Post<SurveyListReturned, Receipt>(db, new SurveyListReturned(list.Code, said, me.UnitCode, now), Guid.CreateVersion7(now));
        return await db.SaveFirst(me.NewAct(time, "list.return", $"list:{list.Code}"), stop) ? list : VerificationRefusals.MayNotReturn;
    }
}
