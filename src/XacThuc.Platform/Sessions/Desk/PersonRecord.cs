using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Phones;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Desk;

/// <summary>The record of somebody of a list, which is made with the first dose.</summary>
internal sealed class PersonRecord(PlatformDb db, TimeProvider time)
{
    /// <summary>
    /// The record, saved; the caller's transaction holds it together with the dose. What the police verified goes into a
    /// record that was there before and is not right.
    /// </summary>
    public async Task<VaccinationRecord> Of(ListedPerson person, VaccinationSession session, SignedIn me, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var read = ReadFields.Of(person.Written, new FieldReading(Shown.Day(now)));
        if (person.RecordId is { } known)
        {
            var before = await db.Set<VaccinationRecord>().FirstAsync(record => record.Id == known, stop);
            before.Fill(person.ReachedAt(), PhoneOrigin.List);
            if (IsBetter(person, before)) await Write(before, person, read, me.NewAct(time, "record.correct", $"record:{before.Ref}", person.Ref), stop);
            return before;
        }

        var source = new RecordSource(session.UnitId, session.UnitId, SameKey.OfId($"list {person.Ref}", 1), now);
        var record = VaccinationRecord.Make(person.Written, person.Hamlet, read, source);
        record.Fill(person.ReachedAt(), PhoneOrigin.List);
        db.Add(record);
        await db.SaveChangesAsync(stop);
        person.RecordId = record.Id;
        return record;
    }

    private static bool IsBetter(ListedPerson person, VaccinationRecord record) =>
        person.State is (PersonState.Confirmed or PersonState.Corrected) && record.Status != RecordStatus.Matched && person.Written != record.Written;

    private Task Write(VaccinationRecord record, ListedPerson person, in ReadFields read, Act act, CancellationToken stop)
    {
        db.Add(record.Change(person.Written, read, ChangeKind.Released, act));
        return db.Save(act, stop);
    }
}
