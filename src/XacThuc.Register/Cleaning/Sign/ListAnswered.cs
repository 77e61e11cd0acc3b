using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cleaning.Sign;

/// <summary>Learns whether the health side took a signed list. One that was refused is open again, with the reason.</summary>
internal sealed class ListAnswered(RegisterDb db, TimeProvider time) : IBorderAnswerHandler<CleaningListSigned, SignedListReceipt>
{
    /// <inheritdoc/>
    public async Task Answered(BorderCall call, CleaningListSigned message, SignedListReceipt answer, CancellationToken stop)
    {
        if (await db.Set<CleaningList>().FirstOrDefaultAsync(list => list.Code == message.List, stop) is not { State: ListState.Signed } list) return;
        list.MoveTo(answer.IsTaken ? ListState.Taken : ListState.Open);
        (list.RefusedVi, list.RefusedEn) = (answer.Vi, answer.En);
        await db.Save(
            new Act(Actor.House, time.GetUtcNow(), answer.IsTaken ? "cleaning.taken" : "cleaning.refused", $"cleaning:{list.Code}", answer.Code), stop);
    }
}
