using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace XacThuc.Platform.Portal.SignIn;

/// <summary>Ends a citizen's session.</summary>
internal sealed class LeavePage(CitizenSessions sessions) : PageModel
{
    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.End(HttpContext);
        return LocalRedirect("/portal");
    }
}
