using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts.SecondFactor;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>The second step of signing in: a code of the app, or one of the recovery codes.</summary>
internal sealed class SignInWithCode(
    HouseDb db, UserManager<Account> users, Tries tries, SessionDesk sessions, HouseSettings settings, TimeProvider time)
{
    public async Task<Result<SignInStep>> Run(string code, CancellationToken stop)
    {
        if (await sessions.FindHalfway() is not { } account) return SignInRefusals.TooLate;
        var plain = new string([.. code.Where(char.IsLetterOrDigit)]);
        if (account.IsClosed || tries.IsLocked(account) || !await IsRight(account, plain, code.Trim(), stop))
        {
            await tries.Fail(account, "session.refuse_code", stop);
            return SignInRefusals.CodeNotRight;
        }

        await sessions.Begin(account, "code", stop);
        return SignInStep.Done;
    }

    private async Task<bool> IsRight(Account account, string plain, string typed, CancellationToken stop)
    {
        if (plain.Length != 6 || !plain.All(char.IsAsciiDigit))
            return typed.Length > 6 && (await users.RedeemTwoFactorRecoveryCodeAsync(account, typed)).Succeeded;
        if (await users.GetAuthenticatorKeyAsync(account) is not { } secret) return false;
        if (OneTimeCode.FindStep(secret, plain, time.GetUtcNow()) is not { } step) return false;
        // One code opens once (SP 800-63B, 5.1.4.2). Sample accounts are shared by whoever tries the houses at this moment.
        return settings.IsSample || await db.Users.Where(one => one.Id == account.Id && one.LastCodeStep < step)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastCodeStep, step), stop) == 1;
    }
}
