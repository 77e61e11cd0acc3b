using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XacThuc.Platform.Feedback.Report;
using XacThuc.Platform.Feedback.Review;

namespace XacThuc.Platform.Feedback.Deadline;

/// <summary>Looks every half minute which cases come near their end, and forgets reports that nobody confirmed.</summary>
internal sealed partial class FeedbackHours(IServiceScopeFactory scopes, TimeProvider time, ILogger<FeedbackHours> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, time, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<EscalateCases>().Run(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<PolicePart>().Look(stoppingToken);
                await ForgetDrafts.Run(scope.ServiceProvider.GetRequiredService<PlatformDb>(), time.GetUtcNow(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that went away comes back; the next round does what this one could not.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotReach(away.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reports of citizens cannot be escalated now ({Why}); trying again.")]
    private partial void CannotReach(string why);
}
