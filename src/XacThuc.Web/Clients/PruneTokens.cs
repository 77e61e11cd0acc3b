using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Clients;

/// <summary>Forgets what OpenIddict keeps of sign-ins so that nothing opens twice, a day after it is over.</summary>
internal sealed class PruneTokens(IServiceScopeFactory scopes, TimeProvider time, ILogger<PruneTokens> log)
    : RepeatedWork(scopes, TimeSpan.FromHours(1), time, log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly TimeProvider _time = time;

    protected override async Task Run(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(_time.GetUtcNow() - Kept, stop);
        await services.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(_time.GetUtcNow() - Kept, stop);
    }
}
