using Microsoft.AspNetCore.Identity;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Accounts.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Accounts.Own;

/// <summary>
/// Passkeys (WebAuthn). The device asks for finger, face or PIN each time, hence a passkey alone is two factors and takes
/// the place of password and code.
/// </summary>
internal sealed class Passkeys(HouseDb db, UserManager<Account> users, SignInManager<Account> signIn, Tries tries, SessionDesk sessions)
{
    private const int Most = 20;

    private static readonly Refusal NotMade = Refusal.NotAcceptable(
        "passkey.not_made",
        "Chưa tạo được khóa truy cập. Hãy thử lại; nếu vẫn không được, dùng thiết bị khác.",
        "The passkey could not be made. Try again; if it fails again, use another device.");

    private static readonly Refusal TooMany = Refusal.Conflicting(
        "passkey.too_many", "Đã có quá nhiều khóa truy cập: xóa bớt rồi thêm.", "There are too many passkeys: remove some first.");

    /// <summary>What a browser needs to make one, JSON.</summary>
    public Task<string> OfferTo(Account account) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Name = account.UserName!,
        DisplayName = account.FullName,
    });

    /// <summary>Keeps one that a browser made.</summary>
    public async Task<Result<Account>> Add(Account account, string credential, string name, Act act)
    {
        if ((await users.GetPasskeysAsync(account)).Count >= Most) return TooMany;
        if (await Attest(credential) is not { Succeeded: true } made) return NotMade;
        made.Passkey.Name = name.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, 60)] : null;
        db.Note(act);
        return (await users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded ? account : NotMade;
    }

    /// <summary>Forgets one.</summary>
    public async Task Remove(Account account, string id, Act act)
    {
        var known = (await users.GetPasskeysAsync(account)).FirstOrDefault(key =>
            string.Equals(Convert.ToHexStringLower(key.CredentialId), id, StringComparison.Ordinal));
        if (known is null) return;
        db.Note(act);
        await users.RemovePasskeyAsync(account, known.CredentialId);
    }

    /// <summary>What a browser needs to show one, JSON; tells nothing about which there are.</summary>
    public Task<string> Ask() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Lets in whoever shows one.</summary>
    public async Task<Result<SignInStep>> Open(string credential, CancellationToken stop)
    {
        if (await Assert(credential) is not { Succeeded: true } shown) return SignInRefusals.PasskeyNotRight;
        if (shown.User.IsClosed || tries.IsLocked(shown.User)) return SignInRefusals.PasskeyNotRight;
        await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await sessions.Begin(shown.User, "passkey", stop);
        return SignInStep.Done;
    }

    // What a browser sends may be anything; Identity throws at what is no credential, or when nothing was asked before.
    private async Task<PasskeyAttestationResult?> Attest(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or System.Text.Json.JsonException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<PasskeyAssertionResult<Account>?> Assert(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or System.Text.Json.JsonException or ArgumentException)
        {
            return null;
        }
    }
}
