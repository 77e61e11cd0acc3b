using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Doses.Same;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>Does what was accepted, within the caller's transaction: what stood there before is kept with its reason.</summary>
internal sealed class ApplyChanges(PlatformDb db, FindSame same)
{
    /// <summary>Does it; why not, where the record or a dose is another by now.</summary>
    public async Task<Refusal?> Run(FeedbackCase one, VaccinationRecord record, CaseChanges changes, Act by, CancellationToken stop)
    {
        var act = by with { Reason = $"feedback:{one.Ref}" };
        if (changes.Person is { } person)
        {
            if (record.Version != person.Version) return FeedbackRefusals.Changed;
            var written = person.Over(record.CommuneCode);
            db.Add(record.Change(written, ReadFields.Of(written, new FieldReading(Shown.Day(by.At))), ChangeKind.Corrected, act));
            db.Note(act with { Kind = "record.correct", Subject = $"record:{record.Ref}" });
        }

        foreach (var change in changes.Doses)
        {
            if (change.Deed == DoseDeed.Add) db.Add(New(one, record, change, changes.Reviewer, by));
            else if (await Write(record, change, act, stop) is { } problem) return problem;
        }

        if (changes.Doses.Count == 0) return null;
        await db.SaveChangesAsync(stop);
        long[] only = [record.Id];
        await same.On(only, only, stop);
        return null;
    }

    private async Task<Refusal?> Write(VaccinationRecord record, DoseChange change, Act act, CancellationToken stop)
    {
        if (await db.Set<Dose>().FirstOrDefaultAsync(dose => dose.Id == change.DoseId && dose.RecordId == record.Id, stop) is not { } dose) return FeedbackRefusals.Changed;
        if (dose.State != DoseState.Valid || dose.Version != change.DoseVersion) return FeedbackRefusals.Changed;
        db.Add(DoseVersion.End(dose, act));
        db.Note(act with { Kind = "dose.correct", Subject = $"dose:{dose.Id}" });
        if (change.Deed == DoseDeed.Withdraw) dose.State = DoseState.Withdrawn;
        else (dose.Number, dose.Product, dose.Lot, dose.GivenOn, dose.Facility) = (change.Number, change.Product, change.Lot, change.GivenOn, change.Facility);
        return null;
    }

    private static Dose New(FeedbackCase one, VaccinationRecord record, DoseChange change, string reviewer, Act by) => new()
    {
        EntryKey = KeyOf(one, change.Nth),
        RecordId = record.Id,
        Number = change.Number,
        Product = change.Product,
        Lot = change.Lot,
        GivenOn = change.GivenOn,
        UnitId = one.UnitId ?? record.UnitId,
        Origin = DoseOrigin.Feedback,
        CaseId = one.Id,
        Facility = change.Facility,
        EnteredBy = reviewer,
        EnteredAt = by.At,
        IsLate = true,
    };

    // The same dose of the same case is the same entry, however often it is sent.
    private static Guid KeyOf(FeedbackCase one, int nth)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"feedback\0{one.Ref}\0{nth}"), hash);
        return new Guid(hash[..16]);
    }
}
