using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using XacThuc.Web.Data;

namespace XacThuc.Web.Accounts.SecondFactor;

/// <summary>
/// Keeps accounts as Identity does, but the secrets of their apps and their recovery codes covered by the keys in the house's
/// folder: who has the database alone has no codes.
/// </summary>
internal sealed class CoveredTokens(HouseDb db, IDataProtectionProvider protection, IdentityErrorDescriber errors)
    : UserOnlyStore<Account, HouseDb, long>(db, errors)
{
    // What stands there without it is the sample's, known to everybody.
    private const string Mark = "covered:";

    private readonly IDataProtector _cover = protection.CreateProtector("account-tokens");

    /// <inheritdoc/>
    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : Mark + _cover.Protect(value), cancellationToken);

    /// <inheritdoc/>
    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var kept = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        if (kept is null || !kept.StartsWith(Mark, StringComparison.Ordinal)) return kept;
        try
        {
            return _cover.Unprotect(kept[Mark.Length..]);
        }
        catch (CryptographicException)
        {
            // The keys of the folder are others: as if it had never been set up, until an operator resets it.
            return null;
        }
    }
}
