using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace XacThuc.Platform.Campaigns.Public;

/// <summary>The ways to the portal from a campaign's message and poster: how often they are taken is counted, by whom is not known.</summary>
internal static class OpenedWays
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/portal/c/{id:long}", FromMessage).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/portal/p/{id:long}", FromPoster).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> FromMessage(long id, PlatformDb db, CancellationToken stop)
    {
        await Begun(db, id).ExecuteUpdateAsync(row => row.SetProperty(one => one.OpenedFromMessage, one => one.OpenedFromMessage + 1), stop);
        return Results.LocalRedirect("/portal");
    }

    private static async Task<IResult> FromPoster(long id, PlatformDb db, CancellationToken stop)
    {
        await Begun(db, id).ExecuteUpdateAsync(row => row.SetProperty(one => one.OpenedFromPoster, one => one.OpenedFromPoster + 1), stop);
        return Results.LocalRedirect("/portal");
    }

    private static IQueryable<Campaign> Begun(PlatformDb db, long id) => db.Set<Campaign>().Where(one => one.Id == id && one.StartedAt != null);
}
