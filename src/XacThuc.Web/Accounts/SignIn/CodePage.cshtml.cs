using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>The code of the second factor.</summary>
[AllowAnonymous]
[AllowsOpenSteps]
internal sealed class CodePage(SignInWithCode signIn, SessionDesk sessions) : PageModel
{
    /// <summary>The code typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    /// <summary>Why not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the page to whoever gave a password before.</summary>
    public async Task<IActionResult> OnGet() =>
        await sessions.FindHalfway() is null
            ? LocalRedirect(Links.SignIn(From ?? "")) : Page();

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if ((await signIn.Run(Code ?? "", stop)).TryGet(out _, out var refusal)) return LocalRedirect(Links.After(From));
        Problem = refusal.Sentence.ToString();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
