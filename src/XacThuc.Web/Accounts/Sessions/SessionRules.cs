using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Data;

namespace XacThuc.Web.Accounts.Sessions;

/// <summary>
/// When a session ends: half an hour without a request, twelve hours in all, and at once when the account is closed, moved
/// or gets another password or second factor, because its stamp changes then.
/// </summary>
internal static class SessionRules
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan AtMost = TimeSpan.FromHours(12);

    private const string Since = "xt.since";

    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>What a session that begins now keeps about its beginning.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now) => new()
    {
        Items = { [Since] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
    };

    public static async Task Check(CookieValidatePrincipalContext session)
    {
        var services = session.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!IsYoung(session.Properties, now) || !await HasItsStamp(session, services.GetRequiredService<HouseDb>()))
        {
            session.RejectPrincipal();
            await session.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    // By default only the second half of the time renews it, and fifteen quiet minutes could end a session.
    public static Task Slide(CookieSlidingExpirationContext session)
    {
        session.ShouldRenew = session.ElapsedTime > TimeSpan.FromMinutes(1);
        return Task.CompletedTask;
    }

    private static bool IsYoung(AuthenticationProperties properties, DateTimeOffset now) =>
        properties.Items.TryGetValue(Since, out var since)
        && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && now - DateTimeOffset.FromUnixTimeSeconds(seconds) < AtMost;

    private static async Task<bool> HasItsStamp(CookieValidatePrincipalContext session, HouseDb db)
    {
        if (session.Principal is not { } user || user.FindFirst(StampClaim)?.Value is not { } stamp) return false;
        if (!long.TryParse(
            user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;
        var now = await db.Users.Where(account => account.Id == id && !account.IsClosed)
            .Select(account => account.SecurityStamp).FirstOrDefaultAsync(session.HttpContext.RequestAborted);
        return string.Equals(now, stamp, StringComparison.Ordinal);
    }
}
