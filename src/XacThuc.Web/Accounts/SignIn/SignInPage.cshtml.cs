using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts.Own;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>User name and password.</summary>
[AllowAnonymous]
[AllowsOpenSteps]
internal sealed class SignInPage(SignInWithPassword signIn, Passkeys passkeys) : PageModel
{
    /// <summary>The user name typed.</summary>
    [BindProperty(Name = "User")]
    public string? UserName { get; set; }

    /// <summary>The password typed; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    /// <summary>Why not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the page; whoever is signed in is not asked again.</summary>
    public IActionResult OnGet() => SignedIn.Find(User) is null ? Page() : LocalRedirect(Links.After(From));

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        return Answer(await signIn.Run((UserName ?? "").Trim(), Password ?? "", stop));
    }

    /// <summary>What the browser needs to show a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyOptions() => Content(await passkeys.Ask(), "application/json");

    /// <summary>Signs in with the passkey that the browser showed.</summary>
    public async Task<IActionResult> OnPostPasskey(string? credential, CancellationToken stop) =>
        Answer(await passkeys.Open(credential ?? "", stop));

    private IActionResult Answer(Result<SignInStep> result)
    {
        if (result.TryGet(out var step, out var refusal))
            return step is SignInStep.CodeNeeded
                ? RedirectToPage("/Accounts/SignIn/CodePage", new { from = From })
                : LocalRedirect(Links.After(From));
        Problem = refusal.Sentence.ToString();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
