using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Cleaning.Send;

/// <summary>
/// Sends a list to the commune police: in parts, posted with the change of its state, so that it is sent once and arrives
/// when it can. Records that were corrected meanwhile are not verified any more.
/// </summary>
internal sealed class SendList(PlatformDb db, BorderOutbox outbox, TimeProvider time)
{
    private const int Part = 500;

    public async Task<Result<CleaningList>> Run(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindList(id, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (!list.IsOpen) return CleaningRefusals.Moved;
        var rows = await db.Set<CleaningRow>().Where(row => row.ListId == id).OrderBy(row => row.Number).ToListAsync(stop);
        var current = await db.Set<CleaningRow>().Where(row => row.ListId == id)
            .Join(db.Set<VaccinationRecord>(), row => row.RecordId, record => record.Id, (row, record) => new { row, record })
            .Where(pair => pair.record.Version == pair.row.RecordVersion && pair.record.Status != RecordStatus.Matched)
            .Select(pair => pair.row.Number).ToListAsync(stop);
        foreach (var row in rows.ExceptBy(current, row => row.Number)) row.State = RowState.Skipped;
        var lines = rows.Where(row => row.State == RowState.Waiting).Select(row => row.ToLine()).ToList();
        if (lines.Count == 0) return CleaningRefusals.NothingToSend;

        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == list.UnitId, stop);
        var digest = ListDigest.Of(list.Code, lines);
        var commune = list.CommuneCode.Length > 0 ? list.CommuneCode : unit.PlaceCode;
        foreach (var part in lines.Chunk(Part))
        {
            outbox.Post<CleaningListSent, Receipt>(
                db, new CleaningListSent(list.Code, unit.Code, unit.Name, commune, list.Hamlet, lines.Count, digest, part),
                Guid.CreateVersion7(time.GetUtcNow()));
        }

        (list.SentAt, list.SentDigest) = (time.GetUtcNow(), digest);
        list.MoveTo(ListState.Sent);
        return await db.SaveMoved(list, me.NewAct(time, "cleaning.send", $"cleaning:{list.Code}", $"{lines.Count}"), stop);
    }
}
