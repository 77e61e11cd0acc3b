using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using XacThuc.Web.Acts;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace XacThuc.Register.Identity.Connect;

/// <summary>
/// Where houses send citizens (OpenID Connect Core 1.0, 3.1.2). OpenIddict has checked who asks, PKCE and where the answer goes.
/// What comes first leads to the sign-in; what the form of the consent page sends is the citizen's answer.
/// </summary>
internal static class AuthorizeEndpoint
{
    /// <summary>Field of the consent page.</summary>
    public const string Answer = "answer";

    /// <summary>Its value for consent.</summary>
    public const string Agreed = "yes";

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    private static readonly TimeSpan TokenLives = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], Run)
        .AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Run(HttpContext http, RegisterDb db, Visits visits, IAntiforgery forms, TimeProvider time, CancellationToken stop)
    {
        // Whoever asks is not known, or must not be sent an answer.
        if (http.GetOpenIddictServerResponse() is not null || http.GetOpenIddictServerRequest() is not { } asked) return Results.Redirect("/identity/refused");
        if (asked.HasPromptValue(PromptValues.None)) return Refuse(Errors.LoginRequired);
        if (asked.GetParameter(Answer) is not { } answer || !await forms.IsRequestValidAsync(http)) return Results.Redirect(SignInOf(asked));
        if (await visits.Find(http, db, VisitStep.SignedIn, stop) is not { } found || !found.Identity.IsOpenAt(time.GetUtcNow())) return Results.Redirect(SignInOf(asked));

        var (identity, agreed) = (found.Identity, Agreed.Equals((string?)answer, StringComparison.Ordinal));
        visits.End(http);
        await db.Save(
            new Act(
                IdentityPeople.Citizen, time.GetUtcNow(), agreed ? "identity.hand_over" : "identity.withhold", IdentityPeople.SubjectOf(identity),
                $"{asked.ClientId}: {string.Join(' ', asked.GetScopes())}"),
            stop);
        return agreed ? Results.SignIn(PrincipalOf(identity, asked, time), authenticationScheme: Scheme) : Refuse(Errors.AccessDenied);
    }

    private static ClaimsPrincipal PrincipalOf(EIdentity identity, OpenIddictRequest asked, TimeProvider time)
    {
        var claims = new ClaimsIdentity(Scheme);
        claims.SetClaim(Claims.Subject, identity.Subject);
        claims.SetClaim(Claims.AuthenticationContextReference, identity.Level.ToString(CultureInfo.InvariantCulture));
        claims.SetClaim(Claims.AuthenticationTime, time.GetUtcNow().ToUnixTimeSeconds());
        claims.SetScopes(asked.GetScopes());
        claims.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(claims);
        principal.SetAccessTokenLifetime(TokenLives);
        return principal;
    }

    private static string SignInOf(OpenIddictRequest asked) => "/identity/sign-in" + QueryString.Create(
        "ask",
        QueryString.Create(asked.GetParameters().Where(one => one.Key is not (Answer or "__RequestVerificationToken")).Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)))
            .ToString().TrimStart('?'));

    private static IResult Refuse(string error) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal) { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }), [Scheme]);
}
