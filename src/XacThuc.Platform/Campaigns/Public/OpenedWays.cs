using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace XacThuc.Platform.Campaigns.Public;

/// <summary>The ways to the portal from a campaign's message and poster: how often they are taken is counted, by whom is not known.</summary>
internal static class OpenedWays
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Count(app, "/portal/c/{id:long}", row => row.SetProperty(one => one.OpenedFromMessage, one => one.OpenedFromMessage + 1));
        Count(app, "/portal/p/{id:long}", row => row.SetProperty(one => one.OpenedFromPoster, one => one.OpenedFromPoster + 1));
    }

    private static void Count(IEndpointRouteBuilder app, string way, Action<UpdateSettersBuilder<Campaign>> oneMore) => app.MapGet(
        way,
        async (long id, PlatformDb db, CancellationToken stop) =>
        {
            await db.Set<Campaign>().Where(one => one.Id == id && one.StartedAt != null).ExecuteUpdateAsync(oneMore, stop);
            return Results.LocalRedirect("/portal");
        }).AllowAnonymous().ExcludeFromDescription();
}
