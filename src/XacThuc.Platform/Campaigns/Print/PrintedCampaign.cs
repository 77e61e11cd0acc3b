using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Campaigns.Print;

/// <summary>The long texts of a campaign as a place prints them: with its own station's name where whoever prints is one.</summary>
internal sealed class PrintedCampaign(PlatformDb db, MessageOutbox outbox)
{
    public async Task<IReadOnlyList<(CampaignLanguage Language, string Words)>> Texts(Campaign campaign, SignedIn me, CancellationToken stop)
    {
        var id = campaign.Id;
        var texts = await db.Set<CampaignText>().AsNoTracking().Where(text => text.CampaignId == id && text.Long != "").ToListAsync(stop);
        var station = await StationOf(me, stop);
        return [.. CampaignLanguages.All.SelectMany(language => texts.Where(text => text.Language.Equals(language.Code, StringComparison.Ordinal))
            .Select(text => (language, Placeholders.Fill(text.Long, new Filling("", station ?? language.Station, campaign.Until, outbox.PortalPage("/portal"))))))];
    }

    /// <summary>The unit that issues what is printed.</summary>
    public Task<string> UnitOf(SignedIn me, CancellationToken stop)
    {
        var id = me.UnitId;
        return db.Units.Where(unit => unit.Id == id).Select(unit => unit.Name).FirstAsync(stop);
    }

    /// <summary>The portal's first page.</summary>
    public Uri Portal => outbox.PortalPage("/portal");

    /// <summary>Where the poster's code leads.</summary>
    public Uri WayFromPoster(Campaign campaign) => outbox.PortalPage(campaign.WayFromPoster);

    private async Task<string?> StationOf(SignedIn me, CancellationToken stop)
    {
        if (me.Role is AccountRole.HealthStation or AccountRole.VaccinationFacility) return await UnitOf(me, stop);
        if (me.Role != AccountRole.CommuneCommittee) return null;
        var path = me.Path;
        return await db.Units.Where(unit => unit.Path == path && unit.Kind == UnitKind.HealthStation).Select(unit => unit.Name).FirstOrDefaultAsync(stop);
    }
}
