using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Campaigns.Mail;
using XacThuc.Platform.Messages;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns.Run;

/// <summary>The next step of a campaign: begin it on its day, tell some people, end it. Where it stands is in the database alone.</summary>
internal sealed class StepCampaign(PlatformDb db, TellPeople tell, SendUnitMail mail, TimeProvider time)
{
    /// <summary>Takes it.</summary>
    public async Task Run(Campaign campaign, CancellationToken stop)
    {
        var (now, today) = (time.GetUtcNow(), Shown.Day(time.GetUtcNow()));
        if (campaign.Until < today)
        {
            await End(campaign, now, stop);
            return;
        }

        if (campaign.From > today) return;
        if (campaign.State == CampaignState.Approved) await Begin(campaign, now, stop);

        // What is printed begins with the day, at midnight; people are told when they are up.
        if (campaign.State != CampaignState.Running || !DayHours.IsOpen(now)) return;
        var isLeft = campaign.Goes(CampaignChannels.ShortMessage) && await tell.Next(campaign, stop);
        if (campaign.Goes(CampaignChannels.ShortMessage)) await tell.Again(campaign, stop);
        while (campaign.Goes(CampaignChannels.Mail) && await mail.Next(campaign, stop))
        {
            // One after the other.
        }

        if (!isLeft && !await IsWaiting(campaign, stop)) await End(campaign, now, stop);
    }

    private async Task Begin(Campaign campaign, DateTimeOffset now, CancellationToken stop)
    {
        var id = campaign.Id;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await db.Set<Campaign>().Where(one => one.Id == id && one.State == CampaignState.Approved).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, CampaignState.Running).SetProperty(one => one.StartedAt, now).SetProperty(one => one.Version, one => one.Version + 1), stop) == 0) return;
        if (campaign.Goes(CampaignChannels.Mail)) await mail.Post(campaign, stop);
        await db.Save(new Act(Actor.House, now, "campaign.begin", campaign.Subject), stop);
        await all.CommitAsync(stop);
        campaign.State = CampaignState.Running;
    }

    private async Task End(Campaign campaign, DateTimeOffset now, CancellationToken stop)
    {
        var id = campaign.Id;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await db.Set<Campaign>().Where(one => one.Id == id && (one.State == CampaignState.Running || one.State == CampaignState.Approved)).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, CampaignState.Done).SetProperty(one => one.EndedAt, now).SetProperty(one => one.Version, one => one.Version + 1), stop) == 0) return;
        await db.Save(new Act(Actor.House, now, "campaign.end", campaign.Subject), stop);
        await all.CommitAsync(stop);
    }

    // What is printed and read out goes on until the last day; a campaign of messages alone ends with the last of them.
    private async Task<bool> IsWaiting(Campaign campaign, CancellationToken stop)
    {
        const CampaignChannels sent = CampaignChannels.ShortMessage | CampaignChannels.Mail;
        var (id, subject) = (campaign.Id, campaign.Subject);
        return (campaign.Channels & ~sent) != CampaignChannels.None
            || await db.Set<ShortMessage>().AnyAsync(message => message.Subject == subject && message.Kind == MessageKind.Campaign && message.State == MessageState.Waiting, stop)
            || await db.Set<UnitMail>().AnyAsync(one => one.CampaignId == id && one.State == MessageState.Waiting, stop);
    }
}
