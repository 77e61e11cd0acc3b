using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts.Sessions;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>Lets people out; the button of the shell posts here.</summary>
[AllowAnonymous]
[AllowsOpenSteps]
internal sealed class SignOutPage(SessionDesk sessions) : PageModel
{
    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await sessions.End(stop);
        return LocalRedirect("/sign-in");
    }
}
