using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using XacThuc.Web.Data;

namespace XacThuc.Web.Accounts;

/// <summary>What a session carries about its account, so that no page has to look it up.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, HouseDb db)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <summary>What must be done before anything else; absent where nothing must.</summary>
    public const string Must = "xt_must";

    /// <summary>A new password must be chosen.</summary>
    public const string MustChangePassword = "password";

    /// <summary>A second factor must be set up.</summary>
    public const string MustSetSecondFactor = "second-factor";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == user.UnitId);
        var me = new SignedIn(user.UserName!, unit.Id, unit.Code, unit.Path, user.Role) { FullName = user.FullName };
        identity.AddClaims(me.Claims);
        if (user.MustChangePassword) identity.AddClaim(new Claim(Must, MustChangePassword));
        else if (user.Role.NeedsSecondFactor() && !user.TwoFactorEnabled) identity.AddClaim(new Claim(Must, MustSetSecondFactor));
        return identity;
    }
}
