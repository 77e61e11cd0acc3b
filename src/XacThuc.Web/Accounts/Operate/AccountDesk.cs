using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts.Passwords;
using XacThuc.Web.Accounts.SecondFactor;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Units;

namespace XacThuc.Web.Accounts.Operate;

/// <summary>An account with a password that its owner must change.</summary>
internal sealed record GivenPassword(Account Account, string Password);

/// <summary>
/// What an operator does to accounts, only ever to those of the own unit's subtree; others are not there. Each change ends
/// the account's sessions.
/// </summary>
internal sealed partial class AccountDesk(HouseDb db, UserManager<Account> users, SecondFactors factors, TimeProvider time)
{
    /// <summary>Whether a name can be a user's: what everybody can type.</summary>
    public static bool IsUserName(string user) => UserName().IsMatch(user);

    /// <summary>The accounts that an operator may see.</summary>
    public IQueryable<Account> Of(SignedIn me) => db.Users.Where(account => account.Unit!.Path.StartsWith(me.Path));

    /// <summary>The units that an operator may give accounts to.</summary>
    public IQueryable<Unit> UnitsOf(SignedIn me) => db.Units.Where(unit => unit.Path.StartsWith(me.Path));

    /// <summary>Finds one of them.</summary>
    public Task<Account?> Find(SignedIn me, long id, CancellationToken stop) =>
        Of(me).Include(account => account.Unit).FirstOrDefaultAsync(account => account.Id == id, stop);

    /// <summary>Makes an account.</summary>
    public async Task<Result<GivenPassword>> Create(
        SignedIn me, string user, string fullName, long unitId, AccountRole role, CancellationToken stop)
    {
        if (!IsUserName(user)) return AccountRefusals.NameMalformed;
        if (fullName.Length is 0 or > 100) return AccountRefusals.FullNameMissing;
        if (await FindUnit(me, unitId, role, stop) is null) return AccountRefusals.NoSuchUnit;
        if (await users.FindByNameAsync(user) is not null) return AccountRefusals.NameTaken;

        var account = new Account
        {
            UserName = user,
            FullName = fullName,
            UnitId = unitId,
            Role = role,
            MustChangePassword = true,
            LockoutEnabled = true,
        };
        var password = AccountPasswords.NewOneTime();
        db.Note(me.NewAct(time, "account.create", $"account:{user}"));
        return (await users.CreateAsync(account, password)).Succeeded
            ? new GivenPassword(account, password) : AccountRefusals.NameTaken;
    }

    /// <summary>Closes an account, or opens a closed one again.</summary>
    public async Task<Result<Account>> Close(SignedIn me, long id, bool isClosed, CancellationToken stop)
    {
        if (await Find(me, id, stop) is not { } account) return AccountRefusals.NotThere;
        if (IsOwn(me, account)) return AccountRefusals.Own;
        account.IsClosed = isClosed;
        return await Save(account, me.NewAct(time, isClosed ? "account.close" : "account.open", $"account:{id}"));
    }

    /// <summary>Gives a new password to be used once, and ends a lock-out.</summary>
    public async Task<Result<GivenPassword>> ResetPassword(SignedIn me, long id, CancellationToken stop)
    {
        if (await Find(me, id, stop) is not { } account) return AccountRefusals.NotThere;
        if (IsOwn(me, account)) return AccountRefusals.Own;
        var password = AccountPasswords.NewOneTime();
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.MustChangePassword = true;
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        await Save(account, me.NewAct(time, "account.reset_password", $"account:{id}"));
        return new GivenPassword(account, password);
    }

    /// <summary>Takes away phone, recovery codes and passkeys of somebody who lost them.</summary>
    public async Task<Result<Account>> ResetSecondFactor(SignedIn me, long id, CancellationToken stop)
    {
        if (await Find(me, id, stop) is not { } account) return AccountRefusals.NotThere;
        if (IsOwn(me, account)) return AccountRefusals.Own;
        await factors.Reset(account, me.NewAct(time, "account.reset_second_factor", $"account:{id}"), stop);
        return account;
    }

    /// <summary>Moves an account to another unit or role.</summary>
    public async Task<Result<Account>> Move(SignedIn me, long id, long unitId, AccountRole role, CancellationToken stop)
    {
        if (await Find(me, id, stop) is not { } account) return AccountRefusals.NotThere;
        if (IsOwn(me, account)) return AccountRefusals.Own;
        if (await FindUnit(me, unitId, role, stop) is null) return AccountRefusals.NoSuchUnit;
        (account.UnitId, account.Role) = (unitId, role);
        return await Save(account, me.NewAct(time, "account.move", $"account:{id}", $"unit:{unitId} {role}"));
    }

    private async Task<Account> Save(Account account, Act act)
    {
        db.Note(act);
        await users.UpdateSecurityStampAsync(account);
        return account;
    }

    private async Task<Unit?> FindUnit(SignedIn me, long unitId, AccountRole role, CancellationToken stop) =>
        await UnitsOf(me).AsNoTracking().FirstOrDefaultAsync(unit => unit.Id == unitId, stop) is { } unit
            && unit.Kind.Roles().Contains(role) ? unit : null;

    private static bool IsOwn(SignedIn me, Account account) =>
        string.Equals(account.UserName, me.Name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[A-Za-z0-9.-]{3,40}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserName();
}
