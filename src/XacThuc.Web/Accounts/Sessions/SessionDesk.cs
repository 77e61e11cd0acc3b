using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using XacThuc.Web.Accounts.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Languages;

namespace XacThuc.Web.Accounts.Sessions;

/// <summary>Begins and ends sessions of the browser that asks.</summary>
internal sealed class SessionDesk(
    SignInManager<Account> signIn, HouseDb db, Tries tries, IHttpContextAccessor asked, TimeProvider time)
{
    private HttpContext Context => asked.HttpContext!;

    /// <summary>Lets somebody in.</summary>
    public async Task Begin(Account account, string how, CancellationToken stop)
    {
        await tries.Forget(account, stop);
        var who = new Actor(account.UserName!, "", account.Role.ToString());
        await db.Save(new Act(who, time.GetUtcNow(), "session.begin", $"account:{account.Id}", how), stop);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInWithClaimsAsync(account, SessionRules.Begin(time.GetUtcNow()), []);
        if (account.Language is { } language) LanguageChoice.Keep(Context, language);
    }

    /// <summary>Renews the claims of this session after its account changed, and keeps its beginning.</summary>
    public Task Renew(Account account) => signIn.RefreshSignInAsync(account);

    /// <summary>The password was right; the code is asked within the next minutes.</summary>
    public Task AskCode(Account account) => Context.SignInAsync(
        IdentityConstants.TwoFactorUserIdScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, account.Id.ToString(CultureInfo.InvariantCulture))],
            IdentityConstants.TwoFactorUserIdScheme)));

    /// <summary>Whose code is asked for.</summary>
    public Task<Account?> FindHalfway() => signIn.GetTwoFactorAuthenticationUserAsync();

    /// <summary>Lets somebody out.</summary>
    public async Task End(CancellationToken stop)
    {
        if (SignedIn.Find(Context.User) is { } me)
            await db.Save(me.NewAct(time, "session.end", $"account:{Context.User.FindFirstValue(ClaimTypes.NameIdentifier)}"), stop);
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
    }
}
