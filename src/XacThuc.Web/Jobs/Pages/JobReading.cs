using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Jobs.Pages;

/// <summary>The jobs that somebody may see: those of their own subtree. Others are not there.</summary>
internal static class JobReading
{
    public static IQueryable<Job> JobsOf(this HouseDb db, SignedIn me) => db.Jobs.AsNoTracking()
        .Where(job => db.Units.Any(unit => unit.Id == job.UnitId && unit.Path.StartsWith(me.Path)));

    public static Task<Job?> FindJob(this HouseDb db, SignedIn me, long id, CancellationToken stop) =>
        db.JobsOf(me).FirstOrDefaultAsync(job => job.Id == id, stop);
}
