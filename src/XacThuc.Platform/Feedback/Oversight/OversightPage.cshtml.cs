using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Feedback.Oversight;

/// <summary>How the units of a place keep up with citizens' reports: figures alone, nothing of a person.</summary>
[Authorize(Policy = FeedbackAccess.Oversee)]
internal sealed class OversightPage(PlatformDb db, TimeProvider time) : PageModel
{
    private const int MostDays = 366;

    /// <summary>The last so many days.</summary>
    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = 30;

    /// <summary>Units.</summary>
    public IReadOnlyList<UnitLoad> Units { get; private set; } = [];

    /// <summary>Now.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Whether somebody may open the units' cases.</summary>
    public bool MayOpen => FeedbackAccess.MayReview(SignedIn.Get(User).Role);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Days = Math.Clamp(Days, 1, MostDays);
        Now = time.GetUtcNow();
        Units = await UnitLoad.Of(db, SignedIn.Get(User), Now.AddDays(-Days), Now, stop);
    }
}
