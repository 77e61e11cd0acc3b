using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Campaigns.Mail;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns.Write;

/// <summary>Approves a campaign, which then begins on its day by itself, and stops one.</summary>
internal sealed class StartCampaign(PlatformDb db, MessageOutbox outbox, MailSettings mail, TimeProvider time)
{
    /// <summary>Approves it.</summary>
    public async Task<Result<Campaign>> Approve(long id, int version, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnCampaign(id, me, stop)).TryGet(out var campaign, out var refusal)) return refusal;
        if (campaign.State != CampaignState.Draft) return CampaignsRefusals.NotADraft;
        if (campaign.DrawnAt is null) return CampaignsRefusals.StillCounting;

        // What is approved is what was seen.
        if (campaign.Version != version) return CampaignsRefusals.Moved;
        if (campaign.Until < Shown.Day(time.GetUtcNow())) return CampaignsRefusals.DaysWrong;
        if (campaign.Goes(CampaignChannels.ShortMessage) && !outbox.Sends) return CampaignsRefusals.NoGateway;
        if (campaign.Goes(CampaignChannels.Mail) && !mail.Sends) return CampaignsRefusals.NoMail;
        if (!await db.Set<CampaignPerson>().AnyAsync(person => person.CampaignId == id, stop)) return CampaignsRefusals.Nobody;
        (campaign.State, campaign.ApprovedBy) = (CampaignState.Approved, me.Name);
        campaign.Version++;
        return await db.SaveFirst(me.NewAct(time, "campaign.approve", campaign.Subject), stop) ? campaign : CampaignsRefusals.Moved;
    }

    /// <summary>Stops it; what waits is taken back.</summary>
    public async Task<Result<Campaign>> Stop(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnCampaign(id, me, stop)).TryGet(out var campaign, out var refusal)) return refusal;
        if (campaign.State is not (CampaignState.Approved or CampaignState.Running)) return CampaignsRefusals.NotToStop;
        var (now, subject) = (time.GetUtcNow(), campaign.Subject);
        (campaign.State, campaign.EndedAt) = (CampaignState.Stopped, now);
        campaign.Version++;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await db.SaveFirst(me.NewAct(time, "campaign.stop", subject), stop)) return CampaignsRefusals.Moved;
        await db.Set<ShortMessage>().Where(message => message.Subject == subject && message.Kind == MessageKind.Campaign && message.State == MessageState.Waiting)
            .ExecuteUpdateAsync(row => row.SetProperty(message => message.State, MessageState.Withdrawn).SetProperty(message => message.DueAt, now), stop);
        await db.Set<UnitMail>().Where(one => one.CampaignId == id && one.State == MessageState.Waiting)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, MessageState.Withdrawn), stop);
        await all.CommitAsync(stop);
        return campaign;
    }
}
