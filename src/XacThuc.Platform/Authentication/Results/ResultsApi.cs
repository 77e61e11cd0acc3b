using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Authentication.Run;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Clients;

namespace XacThuc.Platform.Authentication.Results;

/// <summary>The results of a run as the contract's file.</summary>
internal static class ResultsApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/authentication-runs/{id:long}/results.csv", Results)
            .RequireAuthorization(ApiScopes.Runs)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithName("GetRunResults")
            .WithSummary("The results of a run, one row a record, in the order of their import.");
        app.MapGet("/authentication/{id:long}/results.csv", Results).RequireAuthorization(RecordsAccess.Read).ExcludeFromDescription();
    }

    private static async Task Results(
        HttpContext http, ClaimsPrincipal user, long id, PlatformDb db, TimeProvider time, CancellationToken stop)
    {
        var me = SignedIn.Get(user);
        if (!(await FindEnded(db, id, me, stop)).TryGet(out _, out var refusal))
        {
            await refusal.ToHttp().ExecuteAsync(http);
            return;
        }

        await db.Save(me.NewAct(time, "records.export", $"run:{id}"), stop);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"results-{id}.csv\"";
        await ResultsFile.Write(db, id, http.Response.BodyWriter, stop);
    }

    private static async Task<Result<AuthenticationRun>> FindEnded(PlatformDb db, long id, SignedIn me, CancellationToken stop)
    {
        var run = await db.Set<AuthenticationRun>().AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, stop);
        var mine = RecordsAccess.RightOf(me.Role) >= RecordsRight.Read ? await RecordsAccess.UnitsOf(db, me, stop) : [];
        if (run is null)
        {
            var isAsked = await db.Jobs.AnyAsync(
                job => job.Id == id && job.Kind == AuthenticateRun.Kind && mine.Contains(job.UnitId), stop);
            return isAsked ? RunRefusals.NotEnded : RunRefusals.NoSuchRun;
        }

        if (!mine.Contains(run.UnitId)) return RunRefusals.NoSuchRun;
        return run.EndedAt is null ? RunRefusals.NotEnded : run;
    }
}
