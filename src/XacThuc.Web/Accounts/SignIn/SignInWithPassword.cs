using Microsoft.AspNetCore.Identity;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>What comes after the password.</summary>
internal enum SignInStep
{
    /// <summary>Nothing: signed in.</summary>
    Done,

    /// <summary>The code of the second factor.</summary>
    CodeNeeded,
}

/// <summary>The first step of signing in.</summary>
internal sealed class SignInWithPassword(UserManager<Account> users, PasswordCheck check, Tries tries, SessionDesk sessions)
{
    public async Task<Result<SignInStep>> Run(string user, string password, CancellationToken stop)
    {
        var account = await users.FindByNameAsync(user);
        var isRight = await check.IsRight(account, password, stop);
        if (!isRight || account is null || account.IsClosed || tries.IsLocked(account))
        {
            await tries.Fail(account, "session.refuse", stop);
            return SignInRefusals.NotRight;
        }

        if (account.TwoFactorEnabled)
        {
            await sessions.AskCode(account);
            return SignInStep.CodeNeeded;
        }

        await sessions.Begin(account, "password", stop);
        return SignInStep.Done;
    }
}
