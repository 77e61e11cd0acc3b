using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace XacThuc.Register.Population.Index;

/// <summary>Keeps suggestions ready beside the work, so that no officer waits for roads and model at the first case.</summary>
internal sealed partial class SuggestionsFollowing(RegisterSuggestions suggestions, TimeProvider time, ILogger<SuggestionsFollowing> log)
    : BackgroundService
{
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await suggestions.Prepare(stoppingToken);
                await Task.Delay(Looks, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that went away comes back; until then suggestions go on with what they have.
            catch (Exception away)
#pragma warning restore CA1031
            {
                NotPrepared(away);
                await Task.Delay(TimeSpan.FromSeconds(10), time, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Suggestions could not be made ready; trying again.")]
    private partial void NotPrepared(Exception away);
}
