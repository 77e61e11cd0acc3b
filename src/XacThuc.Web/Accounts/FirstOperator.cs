using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts.Operate;
using XacThuc.Web.Accounts.Passwords;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Units;

namespace XacThuc.Web.Accounts;

/// <summary>
/// The account from which all others of a house come. Who has the machine may make one, also later, when every operator has
/// lost the phone: it stands in the audit.
/// </summary>
public static class FirstOperator
{
    /// <summary>Makes it.</summary>
    /// <param name="db">The house's database, with its units.</param>
    /// <param name="house">Which house.</param>
    /// <param name="user">Its user name.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The password to be used once.</returns>
    public static async Task<Result<string>> Create(HouseDb db, HouseKind house, string user, TimeProvider time, CancellationToken stop)
    {
        if (!AccountDesk.IsUserName(user)) return AccountRefusals.NameMalformed;
        var (kind, role) = house switch
        {
            HouseKind.Platform => (UnitKind.DistrictOperator, AccountRole.DistrictOperator),
            HouseKind.Register => (UnitKind.DistrictPolice, AccountRole.RegisterOperator),
        };
        var name = user.ToUpperInvariant();
        if (await db.Users.AnyAsync(account => account.NormalizedUserName == name, stop)) return AccountRefusals.NameTaken;

        var unit = await db.Units.AsNoTracking().Where(unit => unit.Kind == kind).OrderBy(unit => unit.Id).FirstAsync(stop);
        var password = AccountPasswords.NewOneTime();
        db.Users.Add(new Account
        {
            UserName = user,
            NormalizedUserName = name,
            FullName = unit.Name,
            UnitId = unit.Id,
            Role = role,
            PasswordHash = AccountPasswords.NewHasher().HashPassword(null!, password),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            MustChangePassword = true,
            LockoutEnabled = true,
        });
        await db.Save(new Act(Actor.House, time.GetUtcNow(), "account.create", $"account:{user}"), stop);
        return password;
    }
}
