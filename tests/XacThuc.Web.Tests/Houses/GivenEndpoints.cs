using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Clients;
using XacThuc.Web.Jobs;

namespace XacThuc.Web.Tests.Houses;

/// <summary>What a slice of a house would map.</summary>
internal static class GivenEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/whoami", (HttpContext context) => SignedIn.Get(context.User)).RequireAuthorization(ApiScopes.Runs);
        app.MapGet("/api/v1/broken", string () => throw new InvalidOperationException("secret of a bug")).RequireAuthorization(ApiScopes.Runs);
        app.MapPost("/api/v1/echo", (Echo echo) => echo).RequireAuthorization(ApiScopes.Runs);
        app.MapPost("/api/v1/waits", async (HttpContext context, IdempotencyKey key, JobDesk desk, TimeProvider time, CancellationToken stop) =>
        {
            var me = SignedIn.Get(context.User);
            var act = me.NewAct(time, "test.ask", "test:1");
            return (await desk.Ask<WaitingWork>(new { }, me.UnitId, key.Value, act, stop)).ToHttp();
        }).RequireAuthorization(ApiScopes.Runs).Produces<JobStatus>(202);
        app.MapGet("/", (HttpContext context) => SignedIn.Get(context.User).Name);
        app.MapGet("/operators-only", () => "operators").RequireAccess(Access.Operators);
        app.MapPost("/border/echo", (HttpContext context) => context.User.Identity?.IsAuthenticated is true ? "somebody" : "nobody");
    }

    internal sealed record Echo(string Word, int Number);
}
