using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Campaigns.Groups;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Campaigns.Write;

/// <summary>A campaign is written here, from the texts for its group or from what was written before.</summary>
[Authorize(Policy = CampaignsAccess.Run)]
internal sealed class WritePage(PlatformDb db, WriteCampaign write, TimeProvider time) : PageModel
{
    /// <summary>The draft; none for a new one.</summary>
    public long? Id { get; private set; }

    /// <summary>What the form says.</summary>
    [BindProperty(Name = "")]
    public CampaignForm Form { get; set; } = new();

    /// <summary>The communes that may be chosen.</summary>
    public IReadOnlyList<Place> Communes { get; private set; } = [];

    /// <summary>Why it was not kept.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Today.</summary>
    public DateOnly Today => Shown.Day(time.GetUtcNow());

    /// <summary>The text of a language.</summary>
    public WrittenText TextOf(string language) =>
        Form.Texts?.FirstOrDefault(text => text.Language.Equals(language, StringComparison.Ordinal)) ?? new WrittenText { Language = language };

    public async Task<IActionResult> OnGetAsync(long? id, CampaignGroup? group, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        (Id, Communes) = (id, await write.Communes(me, stop));
        if (id is { } known)
        {
            if (!(await db.FindOwnCampaign(known, me, stop)).TryGet(out var campaign, out _) || campaign.State != CampaignState.Draft) return NotFound();
            var texts = await db.Set<CampaignText>().AsNoTracking().Where(text => text.CampaignId == known).ToListAsync(stop);
            Form = new CampaignForm
            {
                Title = campaign.Title,
                Group = campaign.Group,
                LateDays = campaign.LateDays == 0 ? Form.LateDays : campaign.LateDays,
                Communes = campaign.CommuneCodes,
                Hamlet = campaign.Hamlet,
                Ways = [.. CampaignWords.Ways.Select(way => way.Way).Where(campaign.Goes)],
                From = campaign.From,
                Until = campaign.Until,
                Texts = [.. texts.Select(text => new WrittenText { Language = text.Language, Short = text.Short, Long = text.Long })],
            };
            return Page();
        }

        var chosen = group is { } asked && Enum.IsDefined(asked) ? asked : CampaignGroup.WrongData;
        Form = new CampaignForm
        {
            Group = chosen,
            Texts = [.. CampaignLanguages.All.Select(language => (language.Code, Text: CampaignLanguages.Template(chosen, language.Code))).Where(one => one.Text is not null)
                .Select(one => new WrittenText { Language = one.Code, Short = one.Text!.Short, Long = one.Text.Long })],
        };
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if ((await write.Run(id, Form, me, stop)).TryGet(out var campaign, out var refusal)) return LocalRedirect($"/campaigns/{campaign.Id}");
        if (refusal.Kind == RefusalKind.NotThere) return NotFound();
        db.ChangeTracker.Clear();
        (Id, Refusal, Communes) = (id, refusal, await write.Communes(me, stop));
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
