using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;

namespace XacThuc.Web.Clients;

/// <summary>Forgets what OpenIddict keeps of sign-ins so that nothing opens twice, a day after it is over.</summary>
internal sealed partial class PruneTokens(IServiceScopeFactory scopes, TimeProvider time, ILogger<PruneTokens> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(TimeSpan.FromHours(1), time, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(time.GetUtcNow() - Kept, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(time.GetUtcNow() - Kept, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that went away comes back; the next round forgets.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotReach(away.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sign-ins that are over cannot be forgotten now ({Why}).")]
    private partial void CannotReach(string why);
}
