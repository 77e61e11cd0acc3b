using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Authentication.Run;

/// <summary>Starts a bulk authentication of the records that somebody reaches, or of one unit among them.</summary>
internal sealed class StartRun(PlatformDb db, JobDesk desk, TimeProvider time)
{
    /// <summary>Asks for the job.</summary>
    public async Task<Result<Job>> Start(string? unitCode, RunScope scope, IdempotencyKey key, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        if (!string.IsNullOrEmpty(unitCode))
        {
            var named = await db.Units.Where(unit => unit.Code == unitCode).Select(unit => unit.Id).FirstOrDefaultAsync(stop);
            if (!units.Contains(named)) return RunRefusals.NoSuchUnit;
            units = [named];
        }

        return await desk.Ask<AuthenticateRun>(
            new RunInput(units, scope, []), $"{unitCode}/{scope}", me.UnitId, key, me.NewAct(time, "run.ask", $"unit:{unitCode ?? me.UnitCode}"), stop);
    }
}
