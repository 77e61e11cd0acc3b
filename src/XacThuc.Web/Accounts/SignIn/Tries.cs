using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>
/// Counts wrong tries and closes an account for a while. Counted in the database in one step: many tries at the same
/// moment count as many.
/// </summary>
internal sealed class Tries(HouseDb db, TimeProvider time)
{
    public const int Most = 10;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public bool IsLocked(Account account) => account.LockoutEnd is { } end && end > time.GetUtcNow();

    /// <summary>One wrong try; for a name nobody has the same is done to nobody, so that it takes as long.</summary>
    public async Task Fail(Account? account, string kind, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var id = account?.Id ?? 0;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Users.Where(one => one.Id == id && (one.LockoutEnd == null || one.LockoutEnd < now))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.AccessFailedCount, one => one.AccessFailedCount + 1), stop);
        await db.Users.Where(one => one.Id == id && one.AccessFailedCount >= Most).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.AccessFailedCount, 0).SetProperty(one => one.LockoutEnd, now + LockedFor), stop);
        // What was typed as a name may be a password: it is not kept.
        var who = new Actor(account?.UserName ?? "", "", account?.Role.ToString() ?? "");
        await db.Save(new Act(who, now, kind, $"account:{id}"), stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>The right one: starts counting anew.</summary>
    public Task Forget(Account account, CancellationToken stop) => db.Users.Where(one => one.Id == account.Id)
        .ExecuteUpdateAsync(
            row => row.SetProperty(one => one.AccessFailedCount, 0).SetProperty(one => one.LockoutEnd, (DateTimeOffset?)null), stop);
}
