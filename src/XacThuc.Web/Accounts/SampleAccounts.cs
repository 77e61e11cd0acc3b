using System.Security.Cryptography;
using System.Text;
using XacThuc.Web.Accounts.Passwords;
using XacThuc.Web.Accounts.SecondFactor;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Units;

namespace XacThuc.Web.Accounts;

/// <summary>One account of the sample, with what opens it.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="User">Its user name.</param>
/// <param name="Password">Its password, known to everybody.</param>
/// <param name="TotpSecret">The secret of its codes; none where the role needs no second factor.</param>
public sealed record SampleAccount(AccountRole Role, Unit Unit, string User, string Password, string? TotpSecret);

/// <summary>Accounts to try the houses with. Never in production: a house that is no sample does not start with them.</summary>
public static class SampleAccounts
{
    /// <summary>The one password of all sample accounts.</summary>
    public const string Password = "thu nghiem cao loc 9438";

    /// <summary>
    /// One account for each unit and each role the unit has, two for the district's police and for its health centre: what one of
    /// them proposes the other approves. The same at every start.
    /// </summary>
    public static IReadOnlyList<SampleAccount> Of(IEnumerable<Unit> units) =>
    [
        .. from unit in units
           from role in unit.Kind.Roles()
           from user in NamesOf(unit, role)
           select new SampleAccount(role, unit, user, Password, role.NeedsSecondFactor() ? SecretOf(user) : null),
    ];

    /// <summary>Makes them, in two steps: the caller's transaction holds them together.</summary>
    public static async Task<IReadOnlyList<SampleAccount>> Create(
        HouseDb db, IReadOnlyList<Unit> units, TimeProvider time, CancellationToken stop)
    {
        var hash = AccountPasswords.NewHasher().HashPassword(null!, Password);
        var made = Of(units).Select(sample => (Sample: sample, Account: new Account
        {
            UserName = sample.User,
            NormalizedUserName = sample.User.ToUpperInvariant(),
            FullName = sample.Unit.Name,
            UnitId = sample.Unit.Id,
            Role = sample.Role,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            TwoFactorEnabled = sample.TotpSecret is not null,
            LockoutEnabled = true,
            IsSample = true,
        })).ToList();

        db.Users.AddRange(made.Select(one => one.Account));
        await db.Save(new Act(Actor.House, time.GetUtcNow(), "account.sample", $"accounts:{made.Count}"), stop);
        db.UserTokens.AddRange(made.Where(one => one.Sample.TotpSecret is not null)
            .Select(one => SecondFactors.KeyOf(one.Account.Id, one.Sample.TotpSecret!)));
        await db.SaveChangesAsync(stop);
        return [.. made.Select(one => one.Sample)];
    }

    private static string SecretOf(string user) =>
        OneTimeCode.ToBase32(SHA256.HashData(Encoding.UTF8.GetBytes($"xacthuc sample {user}")).AsSpan(0, 20));

    private static string[] NamesOf(Unit unit, AccountRole role) =>
        NameOf(unit, role) is var name && role is AccountRole.DistrictPolice or AccountRole.DistrictHealthCentre ? [name, name + ".2"] : [name];

    // The sample has one district, hence one operator of each house.
    private static string NameOf(Unit unit, AccountRole role) =>
        role is AccountRole.DistrictOperator or AccountRole.RegisterOperator
            ? "operator"
#pragma warning disable CA1308 // A user name is typed: small letters.
            : unit.Code.Replace('-', '.').ToLowerInvariant();
#pragma warning restore CA1308
}
