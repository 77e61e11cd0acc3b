using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Identity;

/// <summary>Counts wrong tries in the database in one step, as the tries of accounts are: many at the same moment count as many.</summary>
internal sealed class IdentityTries(RegisterDb db, IdentityLimits limits, TimeProvider time)
{
    /// <summary>One wrong try; for a number nobody has the same is done to nobody, so that it takes as long.</summary>
    public async Task Fail(EIdentity? identity, string kind, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var (id, most, until) = (identity?.Id ?? 0, limits.WrongInARow, now + limits.LockedFor);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        await db.Set<EIdentity>().Where(one => one.Id == id && (one.LockedUntil == null || one.LockedUntil < now))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Failures, one => one.Failures + 1), stop);
        await db.Set<EIdentity>().Where(one => one.Id == id && one.Failures >= most)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Failures, 0).SetProperty(one => one.LockedUntil, until), stop);
        await db.Save(new Act(IdentityPeople.Citizen, now, kind, IdentityPeople.SubjectOf(identity)), stop);
        await all.CommitAsync(stop);
    }

    /// <summary>The right one: starts counting anew.</summary>
    public Task Forget(EIdentity identity, CancellationToken stop) => db.Set<EIdentity>().Where(one => one.Id == identity.Id).ExecuteUpdateAsync(
        row => row.SetProperty(one => one.Failures, 0).SetProperty(one => one.LockedUntil, (DateTimeOffset?)null), stop);
}
