using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using XacThuc.Platform.Portal.Visits;
using XacThuc.Web.Clients;

namespace XacThuc.Platform.Portal.VNeId;

/// <summary>The way to the identity service and back.</summary>
internal static class VNeIdEndpoints
{
    /// <summary>Where it begins.</summary>
    public const string Start = "/portal/sign-in/vneid";

    private const string Scheme = OpenIddictClientAspNetCoreDefaults.AuthenticationScheme;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Start, Begin).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/" + SamplePortal.BackPath, Finish).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task Begin(HttpContext http, VNeIdOffer offer, CancellationToken stop)
    {
        if (!offer.IsOn)
        {
            http.Response.Redirect(VNeIdFailure.NotOffered.Address());
            return;
        }

        // OpenIddict would answer an unreachable service by a bare sentence of its own: whether it is there is asked before.
        if (!await IsThere(http, offer.Settings!, stop))
        {
            http.Response.Redirect(VNeIdFailure.Away.Address());
            return;
        }

        if (!await Handles(http)) await http.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = "/portal/my" });
    }

    // Its discovery document, kept once it was read.
    private static async Task<bool> IsThere(HttpContext http, VNeIdSettings settings, CancellationToken stop)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<OpenIddictClientService>().GetServerConfigurationByIssuerAsync(settings.Issuer, stop) is not null;
        }
        catch (Exception away) when (away is InvalidOperationException or OpenIddictExceptions.ProtocolException or HttpRequestException)
        {
            return false;
        }
    }

    private static async Task Finish(HttpContext http, VNeIdOffer offer, BeginCitizen begin, CancellationToken stop)
    {
        var found = offer.Settings is null ? null : await Read(http);
        if (found?.Principal is not { Identity.IsAuthenticated: true } principal)
        {
            http.Response.Redirect(FailureOf(http.GetOpenIddictClientResponse()?.Error, offer).Address());
            return;
        }

        var begun = await begin.Run(http, principal, offer.Settings!, stop);
        http.Response.Redirect(begun ? ReturnPlace.Take(http) : VNeIdFailure.Unusable.Address());
    }

    // No request of this house goes through the framework's own step of authentication; these two need OpenIddict's part of it.
    private static async Task<bool> Handles(HttpContext http)
    {
        var handlers = http.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>();
        return await handlers.GetHandlerAsync(http, Scheme) is IAuthenticationRequestHandler handler && await handler.HandleRequestAsync();
    }

    private static async Task<AuthenticateResult?> Read(HttpContext http) =>
        !await Handles(http) && http.GetOpenIddictClientResponse()?.Error is null ? await http.AuthenticateAsync(Scheme) : null;

    private static VNeIdFailure FailureOf(string? error, VNeIdOffer offer) => error switch
    {
        _ when !offer.IsOn => VNeIdFailure.NotOffered,
        OpenIddictConstants.Errors.AccessDenied => VNeIdFailure.Declined,
        OpenIddictConstants.Errors.ServerError or OpenIddictConstants.Errors.TemporarilyUnavailable => VNeIdFailure.Away,
        _ => VNeIdFailure.NotValid,
    };
}

/// <summary>Why nobody was signed in; all that is told.</summary>
internal enum VNeIdFailure
{
    /// <summary>What came back was not what this browser had begun, was used before, was too late, or was not signed by the service.</summary>
    NotValid = 1,

    /// <summary>The service does not answer.</summary>
    Away = 2,

    /// <summary>The citizen did not agree.</summary>
    Declined = 3,

    /// <summary>The service told no number.</summary>
    Unusable = 4,

    /// <summary>This house does not use VNeID.</summary>
    NotOffered = 5,
}

/// <summary>Where a failure is told.</summary>
internal static class VNeIdFailures
{
    public static string Address(this VNeIdFailure failure) => $"/portal/sign-in/vneid/failed?why={failure}";
}
