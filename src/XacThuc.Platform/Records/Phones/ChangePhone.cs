using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Phones;

/// <summary>Changes the phone on a record: the station against the card, or the person. The phone before is told, so that nobody takes a record over unseen.</summary>
internal sealed class ChangePhone(PlatformDb db, MessageOutbox outbox, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>The station changes it, with the card in hand.</summary>
    public async Task<Result<VaccinationRecord>> Run(string reference, string? typed, string? reason, SignedIn me, CancellationToken stop)
    {
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out var refusal)) return refusal;
        if (!RecordsAccess.WritesFor(me, record.UnitId)) return RecordsRefusals.NoSuchRecord;
        if (PhoneOnRecord.Read(typed) is not { Length: > 0 } phone) return PhoneRefusals.NotAPhone;
        if (Said.Of(reason, LongestReason) is not { Length: > 0 } why) return PhoneRefusals.ReasonNeeded;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await Write(record, phone, PhoneOrigin.Station, me.NewAct(time, "record.phone", $"record:{reference}", why), stop) is { } moved) return moved;
        await all.CommitAsync(stop);
        return record;
    }

    /// <summary>Writes it, within the caller's transaction.</summary>
    public async Task<Refusal?> Write(VaccinationRecord record, string phone, PhoneOrigin from, Act act, CancellationToken stop)
    {
        var (id, before) = (record.Id, record.Phone);
        if (await db.Set<VaccinationRecord>().Where(one => one.Id == id && one.Phone == before).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Phone, phone).SetProperty(one => one.PhoneFrom, from), stop) == 0) return PhoneRefusals.ChangedMeanwhile;
        if (outbox.Sends && !before.Equals(phone, StringComparison.Ordinal) && PhoneNumber.TryParse(before, out var old))
            outbox.Post(db, MessageKind.PhoneChanged, $"record:{record.Ref}", act.At.ToUnixTimeMilliseconds(), old, MessageTexts.PhoneChanged(outbox.PortalPage).ToString(), act.At.AddDays(1));
        await db.Save(act, stop);
        return null;
    }
}
