using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Campaigns.Print;

/// <summary>The text for the loudspeakers, in large letters.</summary>
[Authorize(Policy = CampaignsAccess.Print)]
internal sealed class SpokenPage(PlatformDb db, PrintedCampaign printed, TimeProvider time) : PageModel
{
    // As announcers read: some two and a half syllables a second. Chinese counts by signs.
    private const double SyllablesASecond = 2.5;

    /// <summary>The campaign.</summary>
    public Campaign Campaign { get; private set; } = null!;

    /// <summary>Where the way back leads.</summary>
    public string Back { get; private set; } = "/campaigns";

    /// <summary>Texts, and how long reading takes.</summary>
    public IReadOnlyList<(CampaignLanguage Language, string Words, int Seconds)> Texts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindCampaign(id, me, stop)).TryGet(out var campaign, out _) || !campaign.Goes(CampaignChannels.Loudspeaker)) return NotFound();
        (Campaign, Back) = (campaign, CampaignsAccess.MayLook(me.Role) ? $"/campaigns/{id}" : "/campaigns");
        Texts = [.. (await printed.Texts(campaign, me, stop)).Select(text => (text.Language, text.Words, SecondsOf(text.Words)))];
        await db.Save(me.NewAct(time, "campaign.print", campaign.Subject), stop);
        return Page();
    }

    private static int SecondsOf(string words) => (int)Math.Ceiling(
        (words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length + words.Count(letter => letter is >= '\u4E00' and <= '\u9FFF')) / SyllablesASecond);
}
