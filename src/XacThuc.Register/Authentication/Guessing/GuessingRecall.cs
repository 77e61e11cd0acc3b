using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace XacThuc.Register.Authentication.Guessing;

/// <summary>Counts again, when the house starts and then every second, the tries that were kept: also those of other nodes.</summary>
internal sealed partial class GuessingRecall(
    IServiceProvider services, GuessingLimits limits, TimeProvider time, ILogger<GuessingRecall> log) : BackgroundService
{
    private long _seen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Recall(cancellationToken);
        }
#pragma warning disable CA1031 // A database that is away at the start is away for all; it is asked again soon.
        catch (Exception away) when (away is not OperationCanceledException)
#pragma warning restore CA1031
        {
            CannotRecall(away);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
                await Recall(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // What could not be read now is read a second later.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotRecall(away);
            }
        }
    }

    private async Task Recall(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        var since = time.GetUtcNow().AddDays(-1);
        while (true)
        {
            var tries = await db.Set<GuessingTry>().AsNoTracking().Where(t => t.Id > _seen && t.At > since)
                .OrderBy(t => t.Id).Take(10_000).ToListAsync(stop);
            if (tries.Count == 0) return;
            limits.Recall(tries, time.GetUtcNow());
            _seen = tries[^1].Id;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Earlier tries cannot be read; trying again.")]
    private partial void CannotRecall(Exception away);
}
