using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Certificates.Issue;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Certificates.Follow;

/// <summary>
/// Keeps certificates true: where a record or a dose was corrected, another one is issued and the old one taken back; where what it says does not hold any more
/// it is taken back at once, and another one issued as soon as all is right and signed again.
/// </summary>
internal sealed class FollowChanges(PlatformDb db, IssueOne issue, TimeProvider time)
{
    private const int AtOnce = 200;

    // Somebody's answer or signature is awaited: looked at after one minute, two, four, up to a day.
    private const int MostDoublings = 10;
    private const int MostLooks = 60;

    private static Actor House { get; } = new("certificates", "", "house");

    /// <summary>Looks at what is due.</summary>
    /// <returns>How many records.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var due = await db.Set<CertificateDue>().AsNoTracking().Where(one => one.NextAt <= now).OrderBy(one => one.NextAt).ThenBy(one => one.Id).Take(AtOnce).ToListAsync(stop);
        foreach (var one in due.GroupBy(one => one.RecordId))
        {
            db.ChangeTracker.Clear();
            var isSettled = await Look(one.Key, now, stop);
            await Forget([.. one], isSettled, now, stop);
        }

        return due.Count;
    }

    // Whether nothing is awaited any more.
    private async Task<bool> Look(long recordId, DateTimeOffset now, CancellationToken stop)
    {
        if (!await db.Set<IssuedCertificate>().AnyAsync(one => one.RecordId == recordId, stop)) return true;
        var record = await db.Set<VaccinationRecord>().AsNoTracking().FirstAsync(one => one.Id == recordId, stop);
        var basis = (await Basis.Of(db, db.Set<VaccinationRecord>().Where(one => one.Id == recordId), stop))[0];
        if (IssueOne.Find(basis, out var why) is not null)
        {
            var result = await issue.Run(record, House, stop);
            return result.Refusal is null && basis.Doses.All(dose => dose.IsSigned);
        }

        // A name that waits for the register's answer is most often put right: what stands is left until then.
        if (why != WhyNot.NotAuthenticated) await Withdraw(record, why, now, stop);
        return why == WhyNot.Joined;
    }

    private async Task Withdraw(VaccinationRecord record, WhyNot why, DateTimeOffset now, CancellationToken stop)
    {
        var standing = await db.Set<IssuedCertificate>().AsNoTracking().Where(one => one.RecordId == record.Id && one.State == CertificateState.Valid).ToListAsync(stop);
        foreach (var one in standing)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await issue.End(one.Id, CertificateState.Withdrawn, now, stop);
            await db.Save(new Act(House, now, "certificate.revoke", $"record:{record.Ref}", $"{one.Uvci} {why}"), stop);
            await transaction.CommitAsync(stop);
        }
    }

    private Task<int> Forget(CertificateDue[] looked, bool isSettled, DateTimeOffset now, CancellationToken stop)
    {
        // A change that came meanwhile has a row of its own.
        var ids = looked.Select(one => one.Id).ToArray();
        var (keep, looks) = (looked[^1].Id, looked.Max(one => one.Looks) + 1);
        if (isSettled || looks > MostLooks) return db.Set<CertificateDue>().Where(one => EF.Parameter(ids).Contains(one.Id)).ExecuteDeleteAsync(stop);
        var next = now + TimeSpan.FromMinutes(Math.Min(24 * 60, 1 << Math.Min(looks - 1, MostDoublings)));
        return Keep(ids, keep, next, looks, stop);
    }

    private async Task<int> Keep(long[] ids, long keep, DateTimeOffset next, int looks, CancellationToken stop)
    {
        await db.Set<CertificateDue>().Where(one => EF.Parameter(ids).Contains(one.Id) && one.Id != keep).ExecuteDeleteAsync(stop);
        return await db.Set<CertificateDue>().Where(one => one.Id == keep).ExecuteUpdateAsync(row => row.SetProperty(one => one.NextAt, next).SetProperty(one => one.Looks, looks), stop);
    }
}
