using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Jobs;

/// <summary>The jobs that somebody may see: those of their own subtree. Others are not there.</summary>
public static class JobReading
{
    /// <summary>Those jobs.</summary>
    public static IQueryable<Job> JobsOf(this HouseDb db, SignedIn me) => db.Jobs.AsNoTracking()
        .Where(job => db.Units.Any(unit => unit.Id == job.UnitId && unit.Path.StartsWith(me.Path)));

    /// <summary>One of them.</summary>
    public static Task<Job?> FindJob(this HouseDb db, SignedIn me, long id, CancellationToken stop) =>
        db.JobsOf(me).FirstOrDefaultAsync(job => job.Id == id, stop);
}
