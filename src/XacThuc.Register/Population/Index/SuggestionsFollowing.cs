using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace XacThuc.Register.Population.Index;

/// <summary>Keeps suggestions ready beside the work, so that no officer waits for roads and model at the first case.</summary>
internal sealed partial class SuggestionsFollowing(
    RegisterIndex index, RegisterSuggestions suggestions, TimeProvider time, ILogger<SuggestionsFollowing> log)
    : BackgroundService
{
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(1);

    // A run asks several times a second: it has the processors for itself, and its first cases are no fair sample.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Looks, time, stoppingToken);
                if (index.IsQuiet(Quiet)) await suggestions.Prepare(stoppingToken);
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
