using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.Campaigns.Print;

/// <summary>The poster: the long texts and the way to the portal as a QR code.</summary>
[Authorize(Policy = CampaignsAccess.Print)]
internal sealed class PosterPage(PlatformDb db, PrintedCampaign printed, TimeProvider time) : PageModel
{
    /// <summary>The campaign.</summary>
    public Campaign Campaign { get; private set; } = null!;

    /// <summary>Where the way back leads.</summary>
    public string Back { get; private set; } = "/campaigns";

    /// <summary>What stands on it.</summary>
    public OfficialForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>The same as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(long id, CancellationToken stop) =>
        await Load(id, stop) ? File(FormPdf.Of(Form), FormPdf.Type, $"{Campaign.Code}-ap-phich.pdf") : NotFound();

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindCampaign(id, me, stop)).TryGet(out var campaign, out _) || !campaign.Goes(CampaignChannels.Poster)) return false;
        (Campaign, Back) = (campaign, CampaignsAccess.MayLook(me.Role) ? $"/campaigns/{id}" : "/campaigns");

        // Typefaces of the forms have no Chinese: other languages go out on paper as their offices set them.
        var texts = (await printed.Texts(campaign, me, stop)).Where(text => text.Language.Plain).ToList();
        var head = new OfficialHead("", await printed.UnitOf(me, stop), campaign.Code);
        Form = new OfficialForm(
            head, Paper.Upright, "THÔNG BÁO", ["Về hồ sơ tiêm chủng của người dân"],
            [
                .. texts.SelectMany(text => text.Words.Split("\n\n").Select(paragraph => (FormBlock)new FormBlock.Paragraph(paragraph))
                    .Prepend(new FormBlock.Section(texts.Count > 1 ? text.Language.Name : ""))).Where(block => block is not FormBlock.Section { Words: "" }),
                new FormBlock.Code(printed.WayFromPoster(campaign).AbsoluteUri, $"Quét mã để mở cổng người dân: {printed.Portal.AbsoluteUri}"),
            ]);
        await db.Save(me.NewAct(time, "campaign.print", campaign.Subject), stop);
        return true;
    }
}
