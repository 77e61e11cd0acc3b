using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns.News;

/// <summary>Announcements are put up and taken down here.</summary>
[Authorize(Policy = CampaignsAccess.Run)]
internal sealed class AnnouncementsPage(PlatformDb db, NewsBoard board, TimeProvider time) : PageModel
{
    /// <summary>All of the place, the latest first.</summary>
    public IReadOnlyList<ShownNews> All { get; private set; } = [];

    /// <summary>What the form says.</summary>
    [BindProperty(Name = "")]
    public NewsForm Form { get; set; } = new();

    /// <summary>Why nothing was put up.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Today.</summary>
    public DateOnly Today => Shown.Day(time.GetUtcNow());

    /// <summary>Where an announcement stands, in words.</summary>
    public (Tone Tone, Bilingual Word) StateOf(Announcement one) =>
        one.TakenDownAt is not null ? (Tone.Invalid, new("đã gỡ", "taken down"))
        : one.Until < Today ? (Tone.Plain, new("đã hết hạn", "over"))
        : one.From > Today ? (Tone.Waiting, new("chờ đến ngày", "waits for its day"))
        : (Tone.Right, new("đang hiện", "shown"));

    public async Task OnGetAsync(CancellationToken stop) => All = await board.Of(SignedIn.Get(User), stop);

    /// <summary>Puts one up.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => After(board.PutUp(Form, SignedIn.Get(User), stop), stop);

    /// <summary>Takes one down.</summary>
    public Task<IActionResult> OnPostDownAsync(long id, CancellationToken stop) => After(board.TakeDown(id, SignedIn.Get(User), stop), stop);

    private async Task<IActionResult> After(Task<Result<Announcement>> act, CancellationToken stop)
    {
        if ((await act).Refusal is not { } refusal) return LocalRedirect("/campaigns/announcements");
        db.ChangeTracker.Clear();
        (Refusal, All) = (refusal, await board.Of(SignedIn.Get(User), stop));
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
