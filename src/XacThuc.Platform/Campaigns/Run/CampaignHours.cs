using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Campaigns.Run;

/// <summary>
/// Works on campaigns: counts the people of new ones, takes the next step of those that were approved. No job of <c>Jobs/</c>: a job runs when it is
/// asked for, a campaign waits for its day and pauses at night.
/// </summary>
internal sealed class CampaignHours(IServiceScopeFactory scopes, TimeProvider time, ILogger<CampaignHours> log) : RepeatedWork(scopes, TimeSpan.FromSeconds(1), time, log)
{
    protected override async Task Run(IServiceProvider services, CancellationToken stop)
    {
        foreach (var id in await Open(services.GetRequiredService<PlatformDb>(), stop))
        {
            // Each in a context of its own: what one leaves tracked is no concern of the next.
            await using var own = services.CreateAsyncScope();
            var db = own.ServiceProvider.GetRequiredService<PlatformDb>();
            if (await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } campaign) continue;
            if (campaign.State != CampaignState.Draft) await own.ServiceProvider.GetRequiredService<StepCampaign>().Run(campaign, stop);
            else while (campaign.DrawnAt is null && await own.ServiceProvider.GetRequiredService<CountPeople>().Next(campaign, stop)) db.ChangeTracker.Clear();
        }
    }

    private static Task<List<long>> Open(PlatformDb db, CancellationToken stop) => db.Set<Campaign>()
        .Where(one => one.State == CampaignState.Approved || one.State == CampaignState.Running || (one.State == CampaignState.Draft && one.DrawnAt == null))
        .OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(stop);
}
