using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Phones;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.My.Data;

/// <summary>A citizen takes their data with them, and has deleted what the law lets them delete.</summary>
internal sealed class TakeData(PlatformDb db, MyRecords records, WhoLooked looked, TimeProvider time)
{
    /// <summary>All of it.</summary>
    public async Task<Result<OwnData>> Run(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await FindOwn(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        var (record, now) = (seen.Record, time.GetUtcNow());
        await db.Save(new Act(seen.Actor, now, "record.own_export", seen.Subject), stop);
        var recordId = record.Id;
        var doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == recordId && dose.State == DoseState.Valid)
            .OrderBy(dose => dose.GivenOn).ThenBy(dose => dose.Id).ToListAsync(stop);
        var certificates = await db.Set<IssuedCertificate>().AsNoTracking().Where(one => one.RecordId == recordId).OrderBy(one => one.Id).ToListAsync(stop);
        long[] ids = [record.UnitId, .. doses.Select(dose => dose.UnitId)];
        var units = await db.Units.AsNoTracking().Where(unit => EF.Parameter(ids).Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        var number = citizen.Way == CitizenWay.VNeId2 ? record.IdNumber : Shown.Masked(record.IdNumber);
        return new OwnData(record, number, doses, certificates, units, await looked.Of(record, stop), now);
    }

    /// <summary>Takes the phone off the record.</summary>
    public async Task<Result<SeenRecord>> ForgetPhone(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await FindOwn(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        var (id, now) = (seen.Record.Id, time.GetUtcNow());
        await using var all = await db.Database.BeginTransactionAsync(stop);
        await db.Set<VaccinationRecord>().Where(record => record.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(record => record.Phone, "").SetProperty(record => record.PhoneFrom, PhoneOrigin.Person), stop);
        await db.Save(new Act(seen.Actor, now, "record.phone_remove", seen.Subject), stop);
        await all.CommitAsync(stop);
        return seen;
    }

    /// <summary>Registrations of the person by the phone of this session, which no list has taken: what was said is forgotten.</summary>
    /// <returns>How many.</returns>
    public async Task<Result<int>> ForgetRegistrations(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await FindOwn(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        var (phone, record) = (citizen.Phone.Length > 0 ? citizen.Phone : seen.Record.Phone, seen.Record);
        if (phone.Length == 0) return 0;
        var open = await db.Set<OwnRegistration>().Where(own => own.Phone == phone && (own.State == RegisteredState.Unconfirmed || own.State == RegisteredState.Waiting)).ToListAsync(stop);
        var theirs = open.FindAll(own => (own.Digits.Length > 0 && own.Digits.Equals(record.Digits, StringComparison.Ordinal))
            || (own.BornOn != 0 && own.BornOn == record.BornOn && own.NameSearch.Equals(record.NameSearch, StringComparison.Ordinal)));
        foreach (var own in theirs)
        {
            own.Forget();
            own.Reason = "Người đăng ký tự rút.";
            own.MoveTo(RegisteredState.NotTaken);
            db.Note(new Act(seen.Actor, time.GetUtcNow(), "registration.withdraw", $"registration:{own.Ref}"));
        }

        return await db.SaveFirst(new Act(seen.Actor, time.GetUtcNow(), "record.own_withdraw", seen.Subject), stop) ? theirs.Count : 0;
    }

    private async Task<Result<SeenRecord>> FindOwn(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        return seen.As == SeenAs.Own ? seen : MyRefusals.NotThere;
    }
}
