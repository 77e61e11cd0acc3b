using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace XacThuc.Web.Clients;

/// <summary>
/// Gives a program its token (RFC 6749, 4.4). OpenIddict has checked id and secret before; here the token gets the unit for
/// which the program acts. Where a house has people sign in elsewhere (4.1), the code says already whose token it is.
/// </summary>
internal static class TokenEndpoint
{
    public static void MapTokens(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/connect/token", Give).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Give(
        HttpContext context, IOpenIddictApplicationManager clients, ClientDesk desk, HouseDb db, TimeProvider time, CancellationToken stop)
    {
        var asked = context.GetOpenIddictServerRequest()!;
        if (asked.IsAuthorizationCodeGrantType())
        {
            var signedIn = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
            return Results.SignIn(signedIn.Principal!, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        }

        var client = await clients.FindByClientIdAsync(asked.ClientId!, stop)
            ?? throw new InvalidOperationException("A client that does not exist came through OpenIddict's check.");
        var properties = await clients.GetPropertiesAsync(client, stop);
        var unitId = long.Parse(properties[ClientDesk.UnitProperty].GetString()!, CultureInfo.InvariantCulture);
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == unitId, stop);
        var role = Enum.Parse<AccountRole>(properties[ClientDesk.RoleProperty].GetString()!);

        var me = new SignedIn(asked.ClientId!, unit.Id, unit.Code, unit.Path, role);
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Subject, asked.ClientId);
        identity.AddClaims(me.Claims);
        // A program that asks for nothing in particular gets all it may have (RFC 6749, 3.3).
        identity.SetScopes(asked.GetScopes() is { Length: > 0 } wanted ? wanted : await desk.ScopesOf(client, stop));
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        await db.Save(new Act(me.Actor, time.GetUtcNow(), "client.token", $"client:{asked.ClientId}"), stop);
        return Results.SignIn(
            new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
