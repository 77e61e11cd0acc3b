using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace XacThuc.Web.Hosting;

/// <summary>Something short that a house does again and again beside its pages; what fails is done the next time.</summary>
/// <param name="scopes">Each round has a scope of its own.</param>
/// <param name="pause">How long after a round the next begins; the first a pause after the start.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where it says that it could not.</param>
public abstract partial class RepeatedWork(IServiceScopeFactory scopes, TimeSpan pause, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>One round.</summary>
    protected abstract Task Run(IServiceProvider services, CancellationToken stop);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, time, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await Run(scope.ServiceProvider, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that went away comes back; the next round does what this one could not.
            catch (Exception away)
#pragma warning restore CA1031
            {
                NotNow(log, GetType().Name, away.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Work} cannot be done now ({Why}); trying again.")]
    private static partial void NotNow(ILogger log, string work, string why);
}
