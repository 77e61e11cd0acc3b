using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts.Passwords;

/// <summary>One's own password.</summary>
[AllowsOpenSteps]
internal sealed class PasswordPage(ChangePassword change, UserManager<Account> users, TimeProvider time) : PageModel
{
    /// <summary>The password until now.</summary>
    [BindProperty]
    public string? Current { get; set; }

    /// <summary>The new one.</summary>
    [BindProperty]
    public string? New { get; set; }

    /// <summary>The new one again.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Why not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether nothing else can be done before.</summary>
    public bool IsFirst => User.HasClaim(AccountClaims.Must, AccountClaims.MustChangePassword);

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        var wasFirst = IsFirst;
        var act = SignedIn.Get(User).NewAct(time, "password.change", $"account:{account.Id}");
        var result = await change.Run(account, Current ?? "", New ?? "", Again ?? "", act, stop);
        if (result.TryGet(out _, out var refusal)) return LocalRedirect(wasFirst ? "/" : "/account?done=password");
        Problem = refusal.Sentence.ToString();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
