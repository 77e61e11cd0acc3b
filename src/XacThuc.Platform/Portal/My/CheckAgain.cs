using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Authentication.Single;
using XacThuc.Platform.Portal.LookUp;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.My;

/// <summary>
/// Has a record authenticated again because its person says that it is right by now. Asked in the name of the unit that keeps
/// it, and not often: nobody guesses fields this way, for nothing of the record changes.
/// </summary>
internal sealed class CheckAgain(PlatformDb db, MyRecords records, AskedMeters meters, AuthenticateOne authenticate, TimeProvider time)
{
    /// <summary>Checks.</summary>
    /// <returns>What it came to; none where the police side is away and will be asked later.</returns>
    public async Task<Result<Outcome?>> Run(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        if (!seen.MayAct) return MyRefusals.NotThere;
        if (!meters.MayCheck(reference)) return MyRefusals.TooManyChecks;
        await db.Save(new Act(seen.Actor, time.GetUtcNow(), "record.own_check", seen.Subject), stop);
        var unitId = seen.Record.UnitId;
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == unitId, stop);
        return await authenticate.Run(seen.Record, seen.Actor with { UnitCode = unit.Code }, stop);
    }
}
