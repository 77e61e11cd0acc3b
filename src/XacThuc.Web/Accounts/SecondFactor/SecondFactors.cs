using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Accounts.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Accounts.SecondFactor;

/// <summary>Sets up the codes of an authenticator app.</summary>
internal sealed class SecondFactors(
    HouseDb db, UserManager<Account> users, PasswordCheck check, Tries tries, SessionDesk sessions, HouseSettings settings, TimeProvider time)
{
    private const string Own = "xacthuc";
    private const string Offered = "OfferedKey";
    private const int RecoveryCodes = 10;

    private static readonly Refusal CodeNotRight = Refusal.NotAcceptable(
        "second_factor.code_not_right",
        "Mã không khớp. Kiểm tra giờ trên điện thoại, rồi nhập mã mới nhất.",
        "The code does not fit. Check the clock of the phone, then enter the newest code.");

    private static readonly Refusal PasswordNotRight = Refusal.NotAcceptable(
        "second_factor.password_not_right", "Mật khẩu không đúng.", "The password is not right.");

    /// <summary>How Identity keeps the secret of an account.</summary>
    public static IdentityUserToken<long> KeyOf(long account, string secret) => new()
    {
        UserId = account,
        LoginProvider = "[AspNetUserStore]",
        Name = "AuthenticatorKey",
        Value = secret,
    };

    /// <summary>The secret offered to an account, the same until it is taken.</summary>
    public async Task<string> Offer(Account account)
    {
        if (await users.GetAuthenticationTokenAsync(account, Own, Offered) is { } known) return known;
        var made = OneTimeCode.ToBase32(RandomNumberGenerator.GetBytes(20));
        await users.SetAuthenticationTokenAsync(account, Own, Offered, made);
        return made;
    }

    /// <summary>What the QR code says to the app.</summary>
    public string LinkOf(Account account, string secret)
    {
        var issuer = Uri.EscapeDataString($"XacThuc {settings.House}");
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.UserName!)}?secret={secret}&issuer={issuer}&digits=6&period=30";
    }

    /// <summary>Takes the offered secret once a code proves that the app has it; gives new recovery codes.</summary>
    public async Task<Result<string[]>> Take(
        Account account, string code, string password, Act act, CancellationToken stop)
    {
        // Whoever finds an open session must not be able to put the own phone in the place of the owner's.
        if (account.TwoFactorEnabled && (tries.IsLocked(account) || !await check.IsRight(account, password, stop)))
        {
            await tries.Fail(account, "second_factor.refuse", stop);
            return PasswordNotRight;
        }

        var secret = await Offer(account);
        var plain = new string([.. code.Where(char.IsAsciiDigit)]);
        if (OneTimeCode.FindStep(secret, plain, time.GetUtcNow()) is not { } step) return CodeNotRight;

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await users.RemoveAuthenticationTokenAsync(account, Own, Offered);
        await users.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", secret);
        account.LastCodeStep = step;
        db.Note(act);
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await transaction.CommitAsync(stop);
        await sessions.Renew(account);
        return codes!.ToArray();
    }

    /// <summary>Takes the second factor away from an account whose owner lost it; its sessions end.</summary>
    public async Task Reset(Account account, Act act, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await users.RemoveAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey");
        await users.RemoveAuthenticationTokenAsync(account, "[AspNetUserStore]", "RecoveryCodes");
        foreach (var passkey in await users.GetPasskeysAsync(account)) await users.RemovePasskeyAsync(account, passkey.CredentialId);
        db.Note(act);
        await users.SetTwoFactorEnabledAsync(account, false);
        await transaction.CommitAsync(stop);
    }
}
