using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Server;
using XacThuc.Web.Hosting;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace XacThuc.Register.Identity.Connect;

/// <summary>Adds to the server that gives programs their tokens what OpenID Connect needs: the code flow with PKCE, nothing else.</summary>
internal static class ConnectRegistration
{
    public static IServiceCollection AddConnect(this IServiceCollection services, HouseSettings house)
    {
        services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize").SetUserInfoEndpointUris("connect/userinfo");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.Profile, HandedOver.NumberScope);
            server.RegisterClaims(
                Claims.Subject, Claims.AuthenticationContextReference, Claims.Name, Claims.Birthdate, Claims.Gender, HandedOver.NumberClaim);
            server.SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(1)).SetIdentityTokenLifetime(TimeSpan.FromMinutes(5));
            server.Configure(options =>
            {
                // A code opens once (RFC 6749, 4.1.2): that has to be kept.
                options.DisableTokenStorage = false;
                options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);

                // A page that sends a form by itself would need a script within it; a fragment is for scripts.
                options.ResponseModes.Remove(ResponseModes.FormPost);
                options.ResponseModes.Remove(ResponseModes.Fragment);
            });
            server.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(handler => handler
                .UseInlineHandler(KeepOnlyOfSignIns).SetOrder(int.MinValue + 50_000));
            server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough().EnableErrorPassthrough();
        });
        return services
            .AddSingleton(RelyingSettings.Read(house)).AddHostedService<RelyingHouses>()
            .AddScoped<Asks>();
    }

    // Programs' tokens are signed, short-lived and read by the house itself, as in every house: nothing of them is kept.
    private static ValueTask KeepOnlyOfSignIns(OpenIddictServerEvents.GenerateTokenContext context)
    {
        if (context.Request?.GrantType is GrantTypes.ClientCredentials) context.CreateTokenEntry = false;
        return default;
    }
}
