using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace XacThuc.Register.Identity.Connect;

/// <summary>What the person agreed to hand over (OpenID Connect Core 1.0, 5.3), as the register has it at this moment.</summary>
internal static class UserInfoEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/connect/userinfo", [HttpMethods.Get, HttpMethods.Post], Give)
        .AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Give(HttpContext http, RegisterDb db, CancellationToken stop)
    {
        var token = await http.AuthenticateAsync(Scheme);
        var subject = token.Principal?.GetClaim(Claims.Subject);
        var identity = await db.Set<EIdentity>().AsNoTracking().FirstOrDefaultAsync(one => one.Subject == subject, stop);

        // Closed, or the person left the register, since the sign-in.
        if (identity is not { State: EIdentityState.Active } || await db.FindPerson(identity.Number, stop) is not { } person) return Results.Challenge(authenticationSchemes: [Scheme]);
        return Results.Json(HandedOver.Claims(person, token.Principal!.GetScopes())
            .Append(new(Claims.Subject, identity.Subject)).ToDictionary(StringComparer.Ordinal));
    }
}
