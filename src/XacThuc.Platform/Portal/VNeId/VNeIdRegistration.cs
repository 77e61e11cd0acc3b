using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Client;
using Polly;
using XacThuc.Web.Clients;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Portal.VNeId;

/// <summary>
/// Sign-in with VNeID: the house is a client of an identity service, by OpenID Connect's code flow with PKCE, state and nonce.
/// OpenIddict does the protocol; what it finds wrong never reaches the house.
/// </summary>
internal static class VNeIdRegistration
{
    public static IServiceCollection AddVNeId(this IServiceCollection services, HouseSettings house)
    {
        var settings = VNeIdSettings.Read(house);
        services.AddSingleton(new VNeIdOffer(settings)).AddScoped<BeginCitizen>();
        if (settings is null) return services;
        services.AddOpenIddict().AddClient(client =>
        {
            client.AllowAuthorizationCodeFlow();
            RefuseExpired.Add(client);

            // Kept until it comes back: what was begun here can end here once. OpenIddict asks for keys that are not used then;
            // of its own choice they are RSA, and the first request waits seconds for them.
            client.UseDataProtection();
            client.AddEphemeralEncryptionKey(SecurityAlgorithms.Aes256KW).AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256);
            client.SetStateTokenLifetime(TimeSpan.FromMinutes(15));
            client.SetClientUri(settings.Portal ?? house.Url);
            var registration = new OpenIddictClientRegistration
            {
                Issuer = settings.Issuer,
                ClientId = settings.ClientId,
                ClientSecret = settings.ClientSecret,
                RedirectUri = new Uri(SamplePortal.BackPath, UriKind.Relative),
                ResponseModes = { OpenIddictConstants.ResponseModes.Query },
                CodeChallengeMethods = { OpenIddictConstants.CodeChallengeMethods.Sha256 },
            };
            registration.Scopes.Add(OpenIddictConstants.Scopes.OpenId);
            registration.Scopes.UnionWith(settings.Scopes);
            client.AddRegistration(registration);

            // A code opens once: asked for again it would only be refused. The citizen begins again with one touch.
            client.UseSystemNetHttp()
                .SetHttpResiliencePipeline(ResiliencePipeline<HttpResponseMessage>.Empty)
                .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10));
            var web = client.UseAspNetCore().EnableRedirectionEndpointPassthrough().EnableErrorPassthrough().DisableAutomaticAuthenticationSchemeForwarding();
            web.Configure(options =>
            {
                // Comes back by a link, never by a form of another site: the strictest cookie that a link still carries.
                options.CookieBuilder.SameSite = SameSiteMode.Lax;
                options.CookieBuilder.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            });
            if (house.Url.IsLoopback || house.IsSample) web.DisableTransportSecurityRequirement();
        });
        return services;
    }

    public static void MapVNeId(this IEndpointRouteBuilder app) => VNeIdEndpoints.Map(app);
}

/// <summary>Whether, and with which service, citizens sign in with VNeID.</summary>
internal sealed record VNeIdOffer(VNeIdSettings? Settings)
{
    /// <summary>Whether they do.</summary>
    public bool IsOn => Settings is not null;
}
