using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace XacThuc.Platform.Campaigns.Run;

/// <summary>
/// Works on campaigns: counts the people of new ones, takes the next step of those that were approved. No job of <c>Jobs/</c>: a job runs when it is
/// asked for, a campaign waits for its day and pauses at night.
/// </summary>
internal sealed partial class CampaignHours(IServiceScopeFactory scopes, TimeProvider time, ILogger<CampaignHours> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, time, stoppingToken);
                await Round(stoppingToken);
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

    private async Task Round(CancellationToken stop)
    {
        foreach (var id in await Open(stop))
        {
            // Each in a context of its own: what one leaves tracked is no concern of the next.
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            if (await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } campaign) continue;
            if (campaign.State != CampaignState.Draft) await scope.ServiceProvider.GetRequiredService<StepCampaign>().Run(campaign, stop);
            else while (campaign.DrawnAt is null && await scope.ServiceProvider.GetRequiredService<CountPeople>().Next(campaign, stop)) db.ChangeTracker.Clear();
        }
    }

    private async Task<List<long>> Open(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<Campaign>()
            .Where(one => one.State == CampaignState.Approved || one.State == CampaignState.Running || (one.State == CampaignState.Draft && one.DrawnAt == null))
            .OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "Campaigns cannot be worked on ({Why}); trying again.")]
    private partial void CannotReach(string why);
}
