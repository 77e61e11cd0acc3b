using Microsoft.AspNetCore.Identity;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Accounts.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Accounts.Passwords;

/// <summary>People choose their own password; all their other sessions end.</summary>
internal sealed class ChangePassword(
    HouseDb db, UserManager<Account> users, PasswordCheck check, Tries tries, SessionDesk sessions)
{
    private static readonly Refusal CurrentNotRight = Refusal.NotAcceptable(
        "password.current_not_right", "Mật khẩu hiện tại không đúng.", "The current password is not right.");

    private static readonly Refusal Different = Refusal.NotAcceptable(
        "password.repeated_differently", "Hai lần nhập mật khẩu mới không giống nhau.", "The two new passwords are not the same.");

    private static readonly Refusal Same = Refusal.NotAcceptable(
        "password.same", "Mật khẩu mới phải khác mật khẩu hiện tại.", "The new password must be another than the current one.");

    public async Task<Result<Account>> Run(Account account, string current, string wanted, string again, Act act, CancellationToken stop)
    {
        if (tries.IsLocked(account) || !await check.IsRight(account, current, stop))
        {
            await tries.Fail(account, "password.refuse", stop);
            return CurrentNotRight;
        }

        if (!string.Equals(wanted, again, StringComparison.Ordinal)) return Different;
        if (string.Equals(wanted, current, StringComparison.Ordinal)) return Same;
        if (PasswordRules.FindFault(wanted, account.UserName!) is { } fault)
            return new Refusal(RefusalKind.NotAcceptable, "password.weak", fault);

        account.PasswordHash = users.PasswordHasher.HashPassword(account, wanted);
        account.MustChangePassword = false;
        db.Note(act);
        await users.UpdateSecurityStampAsync(account);
        await sessions.Renew(account);
        return account;
    }
}
