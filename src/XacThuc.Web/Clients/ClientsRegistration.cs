using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Clients;

/// <summary>Registers programs, their tokens and the rules by scope.</summary>
internal static class ClientsRegistration
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    public static IServiceCollection AddClients(this IServiceCollection services, HouseSettings settings)
    {
        var keys = TokenKeys.Open(settings);
        services.AddSingleton(keys).AddSingleton<TokenReader>().AddScoped<ClientDesk>().AddHostedService<PruneTokens>();
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<HouseDb>().ReplaceDefaultEntities<long>())
            .AddServer(server =>
            {
                server.SetIssuer(settings.Url).SetTokenEndpointUris("connect/token").AllowClientCredentialsFlow();
                server.RegisterScopes([.. ApiScopes.All]);
                server.AddSigningKey(keys.Signing).AddEncryptionKey(keys.Encryption);
                // Signed, short-lived, read by the house itself: nothing of them is kept.
                server.DisableAccessTokenEncryption().DisableTokenStorage().SetAccessTokenLifetime(TokenLife);
                var http = server.UseAspNetCore().EnableTokenEndpointPassthrough();
                if (settings.Url.IsLoopback || settings.IsSample) http.DisableTransportSecurityRequirement();
            });

        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in ApiScopes.All)
            authorization.AddPolicy(scope, new AuthorizationPolicyBuilder().RequireClaim(TokenReader.ScopeClaim, scope).Build());
        return services.AuthorizeFolder("/Clients/Operate", Access.Operators);
    }
}
