using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Data;
using XacThuc.Web.Languages;

namespace XacThuc.Web.Accounts.Own;

/// <summary>One's own account: password, second factor, passkeys, language.</summary>
internal sealed class AccountPage(HouseDb db, UserManager<Account> users, Passkeys passkeys, TimeProvider time) : PageModel
{
    /// <summary>The account.</summary>
    public Account Mine { get; private set; } = null!;

    /// <summary>Name of its unit.</summary>
    public string UnitName { get; private set; } = "";

    /// <summary>How many recovery codes are left.</summary>
    public int RecoveryCodes { get; private set; }

    /// <summary>The passkeys, with how the form names each.</summary>
    public IReadOnlyList<(string Id, string Name, DateTimeOffset Since)> Keys { get; private set; } = [];

    /// <summary>Why not.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was done just now.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGet(CancellationToken stop) => Show(stop);

    /// <summary>Keeps the language with the account.</summary>
    public async Task<IActionResult> OnPostLanguage(string? language, CancellationToken stop)
    {
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        if (language is not ("vi" or "en")) return BadRequest();
        account.Language = language;
        await db.Save(SignedIn.Get(User).NewAct(time, "account.language", $"account:{account.Id}"), stop);
        LanguageChoice.Keep(HttpContext, language);
        return LocalRedirect("/account");
    }

    /// <summary>What the browser needs to make a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyOptions() => await users.GetUserAsync(User) is { } account
        ? Content(await passkeys.OfferTo(account), "application/json") : Challenge();

    /// <summary>Adds the passkey that the browser made.</summary>
    public async Task<IActionResult> OnPostPasskey(string? credential, string? name, CancellationToken stop)
    {
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        var act = SignedIn.Get(User).NewAct(time, "passkey.add", $"account:{account.Id}");
        if ((await passkeys.Add(account, credential ?? "", name ?? "", act)).TryGet(out _, out var refusal))
            return LocalRedirect("/account?done=passkey");
        Problem = refusal.Sentence.ToString();
        Response.StatusCode = Acts.Refusals.StatusOf(refusal.Kind);
        return await Show(stop);
    }

    /// <summary>Removes a passkey.</summary>
    public async Task<IActionResult> OnPostRemovePasskey(string? id)
    {
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        await passkeys.Remove(account, id ?? "", SignedIn.Get(User).NewAct(time, "passkey.remove", $"account:{account.Id}"));
        return LocalRedirect("/account?done=passkey-removed");
    }

    private async Task<IActionResult> Show(CancellationToken stop)
    {
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        Mine = account;
        UnitName = await db.Units.Where(unit => unit.Id == account.UnitId).Select(unit => unit.Name).FirstAsync(stop);
        RecoveryCodes = await users.CountRecoveryCodesAsync(account);
        Keys = [.. (await users.GetPasskeysAsync(account)).Select(key =>
            (Convert.ToHexStringLower(key.CredentialId), key.Name ?? "", key.CreatedAt))];
        return Page();
    }
}
