using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>
/// Works on requests for remote signatures while nobody's page waits. Each is claimed for some seconds and claimed anew while
/// it is worked on: what a process that was killed had claimed is soon free again.
/// </summary>
internal sealed partial class RemoteSigning(IServiceScopeFactory scopes, TimeProvider time, ILogger<RemoteSigning> log) : BackgroundService
{
    private const int AtOnce = 16;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestLeave = TimeSpan.FromMinutes(10);
    private readonly Dictionary<long, Task> _running = [];

    /// <summary>For how long a claim holds.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the value may be asked for: a service that is away for longer is asked anew by a person.</summary>
    public static TimeSpan LeaveOf(Csc.Authorization agreed) => agreed.Lasts < LongestLeave ? agreed.Lasts : LongestLeave;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var (id, work) in _running.Where(one => one.Value.IsCompleted).ToList())
                {
                    _running.Remove(id);
                    await work;
                }

                foreach (var id in await FindDue(stoppingToken)) _running[id] = Work(id, stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // A database that went away comes back; requests wait for it.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotWork(away.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // They are written down as interrupted before the house is gone.
        await Task.WhenAll(_running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<List<long>> FindDue(CancellationToken stop)
    {
        if (_running.Count >= AtOnce) return [];
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var now = time.GetUtcNow();
        var never = now + TimeSpan.FromMinutes(1);
        var due = await db.Set<RemoteRequest>().AsNoTracking()
            .Where(request => request.State <= RemoteState.Agreed && (request.DueAt <= now || request.DueAt > never))
            .OrderBy(request => request.DueAt).Take(AtOnce - _running.Count).Select(request => request.Id).ToListAsync(stop);
        due.RemoveAll(_running.ContainsKey);
        return due;
    }

    private async Task Work(long id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var step = scope.ServiceProvider.GetRequiredService<RemoteTurn>();
        if (await step.Claim(id, stop)) await step.Run(Beat, stop);
    }

    [LoggerMessage(LogLevel.Warning, "Remote signatures cannot be worked on ({Why}); trying again.")]
    private partial void CannotWork(string why);
}
