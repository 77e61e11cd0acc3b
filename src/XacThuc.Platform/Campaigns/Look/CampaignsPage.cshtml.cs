using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Campaigns.Look;

/// <summary>Campaigns, the latest first: the operator's with counts; for stations and committees what there is to print.</summary>
[Authorize(Policy = CampaignsAccess.Print)]
internal sealed class CampaignsPage(PlatformDb db) : PageModel
{
    private const int Most = 100;

    /// <summary>Campaigns and how many people each is for.</summary>
    public IReadOnlyList<(Campaign Campaign, int People)> Campaigns { get; private set; } = [];

    /// <summary>Whether whoever looks writes campaigns.</summary>
    public bool MayRun => CampaignsAccess.MayRun(SignedIn.Get(User).Role);

    /// <summary>Whether they see counts.</summary>
    public bool MayLook => CampaignsAccess.MayLook(SignedIn.Get(User).Role);

    /// <summary>Whether they print letters.</summary>
    public bool MayPrintLetters => CampaignsAccess.MayPrintLetters(SignedIn.Get(User).Role);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var campaigns = await db.CampaignsOf(SignedIn.Get(User)).AsNoTracking().OrderByDescending(one => one.Id).Take(Most).ToListAsync(stop);
        var ids = campaigns.Select(one => one.Id).ToArray();
        var counts = MayLook
            ? await db.Set<CampaignPerson>().Where(person => EF.Parameter(ids).Contains(person.CampaignId)).GroupBy(person => person.CampaignId)
                .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop)
            : [];
        Campaigns = campaigns.ConvertAll(one => (one, counts.GetValueOrDefault(one.Id)));
    }
}
