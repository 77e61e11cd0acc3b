using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Records;
using XacThuc.Platform.Signed;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Certificates.Confirm;

/// <summary>Draws up the doses of a unit that nobody answers for yet, of people whose records are right.</summary>
internal sealed class DrawConfirmation(PlatformDb db, TimeProvider time)
{
    /// <summary>On one list; more wait for the next.</summary>
    public const int Most = 5000;

    /// <summary>Doses from elsewhere that count, of right records of some units, and stand on no list.</summary>
    public static IQueryable<Dose> Waiting(PlatformDb db, long[] units) =>
        from dose in db.Set<Dose>()
        where dose.State == DoseState.Valid && dose.SessionId == null && dose.ConfirmationId == null
        join record in db.Set<VaccinationRecord>() on dose.RecordId equals record.Id
        where EF.Parameter(units).Contains(record.UnitId) && record.Status == RecordStatus.Matched && record.AuthenticatedVersion == record.Version && record.JoinedIntoId == null
        select dose;

    public async Task<Result<DoseConfirmation>> Run(SignedIn me, CancellationToken stop)
    {
        if (!CertificatesAccess.MayDraw(me.Role)) return CertificatesRefusals.NotYours;
        var rows = await (from dose in Waiting(db, [me.UnitId])
                          join record in db.Set<VaccinationRecord>() on dose.RecordId equals record.Id
                          orderby record.NameSort, record.Id, dose.GivenOn, dose.Id
                          select new { dose, record }).Take(Most).ToListAsync(stop);
        if (rows.Count == 0) return CertificatesRefusals.NothingToConfirm;
        var now = time.GetUtcNow();
        var unit = await db.Units.AsNoTracking().FirstAsync(one => one.Id == me.UnitId, stop);
        var code = await db.Set<DoseConfirmation>().Select(one => one.Code).NextOf($"XN-{unit.Code}", Shown.Day(now), stop);
        var content = new ConfirmedDoses(code, unit.Code, unit.Name, Shown.Day(now),
        [
            .. rows.Select((row, at) => new ConfirmedDose(
                at + 1, row.dose.Id, row.dose.Version, row.record.Ref, row.record.FullName, row.record.Sex, row.record.DateOfBirth, row.record.IdNumber, row.dose.Number,
                VaccineCatalogue.NameOf(row.dose.Product), row.dose.Lot, row.dose.GivenOn, row.dose.Facility)),
        ]).ToContent();
        var list = new DoseConfirmation
        {
            Code = code,
            UnitId = me.UnitId,
            Content = content,
            Digest = SignedDocument.DigestOf(content),
            Doses = rows.Count,
            DrawnBy = me.Name,
            DrawnAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        db.ChangeTracker.Clear();
        db.Add(list);
        if (!await db.SaveFirst(me.NewAct(time, "confirmation.draw", $"confirmation:{code}", list.Digest), stop)) return CertificatesRefusals.NothingToConfirm;
        var ids = rows.Select(row => row.dose.Id).ToArray();
        await db.Set<Dose>().Where(dose => EF.Parameter(ids).Contains(dose.Id) && dose.ConfirmationId == null).ExecuteUpdateAsync(row => row.SetProperty(dose => dose.ConfirmationId, list.Id), stop);

        // What was corrected between reading and writing would stand on the list as it was.
        var listed = await db.Set<Dose>().Where(dose => dose.ConfirmationId == list.Id).Select(dose => new { dose.Id, dose.Version }).ToDictionaryAsync(dose => dose.Id, dose => dose.Version, stop);
        if (!rows.TrueForAll(row => listed.GetValueOrDefault(row.dose.Id, -1) == row.dose.Version)) return CertificatesRefusals.ChangedMeanwhile;
        await transaction.CommitAsync(stop);
        return list;
    }
}
