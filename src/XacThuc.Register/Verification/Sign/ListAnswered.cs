using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.Sign;

/// <summary>Learns whether the health side took a signed list. One that was refused is open again, with the reason.</summary>
internal sealed class ListAnswered(RegisterDb db, TimeProvider time)
    : IBorderAnswerHandler<CleaningListSigned, SignedListReceipt>, IBorderAnswerHandler<SurveyListSigned, SignedListReceipt>
{
    /// <inheritdoc/>
    public Task Answered(BorderCall call, CleaningListSigned message, SignedListReceipt answer, CancellationToken stop) =>
        Learn(message.List, answer, stop);

    /// <inheritdoc/>
    public Task Answered(BorderCall call, SurveyListSigned message, SignedListReceipt answer, CancellationToken stop) =>
        Learn(message.List, answer, stop);

    private async Task Learn(string code, SignedListReceipt answer, CancellationToken stop)
    {
        if (await db.Set<VerificationList>().FirstOrDefaultAsync(list => list.Code == code, stop) is not { State: ListState.Signed } list) return;
        list.MoveTo(answer.IsTaken ? ListState.Taken : ListState.Open);
        (list.RefusedVi, list.RefusedEn) = (answer.Vi, answer.En);
        await db.Save(
            new Act(Actor.House, time.GetUtcNow(), answer.IsTaken ? "list.taken" : "list.refused", $"list:{list.Code}", answer.Code), stop);
    }
}
