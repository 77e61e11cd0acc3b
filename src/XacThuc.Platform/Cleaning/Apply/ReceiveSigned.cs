using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Signed;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Cleaning.Apply;

/// <summary>Takes a signed list in. Nothing of it is applied before a clerk says so; what is not believed is kept as a trace only.</summary>
internal sealed class ReceiveSigned(PlatformDb db, CheckSigned check, TimeProvider time)
    : IBorderHandler<CleaningListSigned, SignedListReceipt>
{
    /// <inheritdoc/>
    public async Task<SignedListReceipt> Answer(BorderCall call, CleaningListSigned message, CancellationToken stop)
    {
        var list = await db.Set<CleaningList>().FirstOrDefaultAsync(list => list.Code == message.List, stop)
            ?? throw new BorderRefusedException(
                "cleaning.not_there", "Bên y tế không có danh sách mang số này.", "The health side has no list of this number.");
        if (list.State != ListState.Sent)
            return list.Content.Equals(message.Content, StringComparison.Ordinal) ? SignedProblems.Taken : SignedProblems.NotAwaited.ToReceipt();

        var rows = await db.Set<CleaningRow>().Where(row => row.ListId == list.Id && row.State == RowState.Waiting).ToListAsync(stop);
        if (!check.Run(list.ToSent(rows), message.Content, message.Signature).TryGet(out var signed, out var refusal))
        {
            (list.RefusedCode, list.RefusedAt) = (refusal.Code, time.GetUtcNow());
            await db.Save(new Act(Actor.House, time.GetUtcNow(), "cleaning.refuse", $"cleaning:{list.Code}", refusal.Code), stop);
            return refusal.ToReceipt();
        }

        var lines = signed.Lines.ToDictionary(line => line.Number);
        foreach (var row in rows) (row.Verdict, row.OfficerNote) = (lines[row.Number].Verdict, lines[row.Number].Note);
        (list.Content, list.Signature) = (message.Content, message.Signature);
        (list.Signer, list.SignerUnit, list.SignedAt) = (signed.Signer, signed.UnitCode, signed.SignedAt);
        list.SecondLook = string.Join(", ", signed.SecondLookBy ?? []);
        (list.RefusedCode, list.RefusedAt) = (null, null);
        list.MoveTo(ListState.Signed);
        await db.Save(
            new Act(Actor.House, time.GetUtcNow(), "cleaning.receive", $"cleaning:{list.Code}", ListDigest.OfContent(message.Content)), stop);
        return SignedProblems.Taken;
    }
}
