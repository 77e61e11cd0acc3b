using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace XacThuc.Register.Population.Index;

/// <summary>Keeps the searchable form up with the population, every second; other nodes change it too.</summary>
internal sealed partial class IndexFollowing(RegisterIndex index, TimeProvider time, ILogger<IndexFollowing> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await index.Follow(stoppingToken);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that went away comes back; until then the form at hand answers.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotFollow(away);
                await Task.Delay(TimeSpan.FromSeconds(2), time, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The population's changes cannot be read; trying again.")]
    private partial void CannotFollow(Exception away);
}
