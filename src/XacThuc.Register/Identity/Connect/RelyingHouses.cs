using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenIddict.Abstractions;
using XacThuc.Web.Accounts;
using XacThuc.Web.Hosting;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace XacThuc.Register.Identity.Connect;

/// <summary>
/// Makes the houses of the settings known to OpenIddict at the start, and forgets those that are named no more. A house for real
/// people does not start on e-identities whose passwords everybody knows.
/// </summary>
internal sealed class RelyingHouses(IServiceScopeFactory scopes, RelyingSettings settings, HouseSettings house) : IHostedService
{
    private const string Mark = "xt_relying";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!house.IsSample && await SampleIdentities.Any(scope.ServiceProvider.GetRequiredService<RegisterDb>(), cancellationToken)) throw new SampleDataException();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var known = new Dictionary<string, object>(StringComparer.Ordinal);
        await foreach (var client in clients.ListAsync(count: null, offset: null, cancellationToken))
            known[(await clients.GetClientIdAsync(client, cancellationToken))!] = client;

        foreach (var relying in settings.Clients)
        {
            var described = Describe(relying);
            if (!known.Remove(relying.ClientId, out var there)) await clients.CreateAsync(described, cancellationToken);
            else await clients.UpdateAsync(there, described, cancellationToken);
        }

        foreach (var (_, client) in known)
        {
            if ((await clients.GetPropertiesAsync(client, cancellationToken)).ContainsKey(Mark)) await clients.DeleteAsync(client, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static OpenIddictApplicationDescriptor Describe(RelyingHouse house) => new()
    {
        ClientId = house.ClientId,
        ClientSecret = house.ClientSecret,
        ClientType = ClientTypes.Confidential,
        DisplayName = house.Name,
        RedirectUris = { house.Redirect },
        Permissions =
        {
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
            Permissions.ResponseTypes.Code, Permissions.Prefixes.Scope + Scopes.Profile, Permissions.Prefixes.Scope + HandedOver.NumberScope,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        Properties = { [Mark] = JsonSerializer.SerializeToElement(true) },
    };
}
