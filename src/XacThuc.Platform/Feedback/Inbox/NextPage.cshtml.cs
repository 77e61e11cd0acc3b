using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Feedback.Inbox;

/// <summary>Goes to the case that is due first; back to the list where none is left.</summary>
[Authorize(Policy = FeedbackAccess.Review)]
internal sealed class NextPage(PlatformDb db) : PageModel
{
    /// <summary>Which list.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public FeedbackFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        Redirect(await db.NextOf(Filter, null, SignedIn.Get(User), stop) is { } first ? $"/feedback/{first}{Filter.Query}" : $"/feedback{Filter.Query}");
}
