using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Doses.Same;

/// <summary>What the job is asked.</summary>
/// <param name="Units">Units whose records are looked at.</param>
internal sealed record SeekInput(long[] Units);

/// <summary>Seeks doses recorded twice among all records of units: a district has a hundred thousand.</summary>
internal sealed class SeekSame(PlatformDb db, FindSame find) : IJobWork
{
    public static string Kind => "same.seek";

    public async Task<Result<string>> Run(JobRun run, CancellationToken stop)
    {
        var units = run.Input<SeekInput>().Units;
        for (var isSecond = false; ; isSecond = true)
        {
            try
            {
                await find.Run(units, stop);
                await db.Save(run.NewAct(Kind, "pairs"), stop);
                return "/doses/same";
            }
            catch (DbUpdateException moved) when (!isSecond && (HouseDb.IsTwice(moved) || moved is DbUpdateConcurrencyException))
            {
                // An import has just found some of them, or somebody has taken one up.
                db.ChangeTracker.Clear();
            }
        }
    }
}
