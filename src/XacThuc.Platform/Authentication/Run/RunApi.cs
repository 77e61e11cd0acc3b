using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Clients;

namespace XacThuc.Platform.Authentication.Run;

/// <summary>Starting runs by HTTP.</summary>
internal static class RunApi
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/v1/authentication-runs", Start)
        .RequireAuthorization(ApiScopes.Runs)
        .Produces<RunAccepted>(StatusCodes.Status202Accepted)
        .WithName("StartAuthenticationRun")
        .WithSummary("Authenticate records in bulk: all of the client's unit and below, or those of one unit.");

    private static async Task<IResult> Start(
        ClaimsPrincipal user, IdempotencyKey key, StartRun runs, RunRequest? request, CancellationToken stop)
    {
        var me = SignedIn.Get(user);
        if (RecordsAccess.RightOf(me.Role) != RecordsRight.Write) return TypedResults.Forbid();
        var scope = request?.OnlyNew == true ? RunScope.NotYet : RunScope.All;
        var result = await runs.Start(request?.Unit, scope, key, me, stop);
        return result.Match(job => RunAccepted.Of(job.Id), refusal => refusal.ToHttp());
    }
}

/// <summary>Which records a run shall be about.</summary>
/// <param name="Unit">Code of a unit in the client's reach; all in reach where it is left out.</param>
/// <param name="OnlyNew">Only records that were never authenticated as they are now.</param>
internal sealed record RunRequest(string? Unit, bool OnlyNew);

/// <summary>A run that was asked for.</summary>
/// <param name="Id">The run.</param>
/// <param name="Job">Where to look how far it is.</param>
/// <param name="Results">Where its results will be.</param>
internal sealed record RunAccepted(long Id, string Job, string Results)
{
    public static IResult Of(long id)
    {
        var job = string.Create(CultureInfo.InvariantCulture, $"/api/v1/jobs/{id}");
        return TypedResults.Accepted(job, new RunAccepted(
            id, job, string.Create(CultureInfo.InvariantCulture, $"/api/v1/authentication-runs/{id}/results.csv")));
    }
}
