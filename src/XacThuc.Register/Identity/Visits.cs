using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Hosting;

namespace XacThuc.Register.Identity;

/// <summary>How far a citizen at this browser has come.</summary>
internal enum VisitStep
{
    /// <summary>The password was right, the code is asked for.</summary>
    Code = 1,

    /// <summary>Who it is has been shown; what is handed over is to be agreed to.</summary>
    SignedIn = 2,

    /// <summary>The slip was right; password and phone are to be chosen.</summary>
    Activating = 3,
}

/// <summary>What the browser keeps of it, covered.</summary>
internal sealed record Visit(VisitStep Step, long IdentityId, string Stamp, DateTimeOffset At)
{
    /// <summary>The secret of codes that is offered to the phone; empty where none is.</summary>
    public string Secret { get; init; } = "";

    public override string ToString() => $"{nameof(Visit)} {Step}";
}

/// <summary>
/// The one visit of a browser: ten minutes at most, over as soon as the citizen has answered. Nobody stays signed in here: the
/// next who takes the phone is somebody else. It is no account, and no page of the staff reads it.
/// </summary>
internal sealed class Visits(IDataProtectionProvider protection, HouseSettings house, TimeProvider time)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _cover = protection.CreateProtector("e-identity-visit");

    private string Cookie => $"xt-{house.House.ToString().ToLowerInvariant()}-citizen";

    /// <summary>Begins a step; what was before is over.</summary>
    public void Begin(HttpContext http, EIdentity identity, VisitStep step, string secret = "") => http.Response.Cookies.Append(
        Cookie,
        _cover.Protect(JsonSerializer.Serialize(new Visit(step, identity.Id, identity.Stamp, time.GetUtcNow()) { Secret = secret })),
        new CookieOptions
        {
            HttpOnly = true,
            // The program that asks leads here from another site.
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
            Path = "/",
        });

    /// <summary>The visit and its identity, where it is at that step and neither is over.</summary>
    public async Task<(Visit Visit, EIdentity Identity)?> Find(HttpContext http, RegisterDb db, VisitStep step, CancellationToken stop)
    {
        if (Read(http.Request.Cookies[Cookie]) is not { } visit || visit.Step != step || time.GetUtcNow() - visit.At > AtMost) return null;
        var identity = await db.Set<EIdentity>().FirstOrDefaultAsync(one => one.Id == visit.IdentityId, stop);
        if (identity is null || !identity.Stamp.Equals(visit.Stamp, StringComparison.Ordinal)) return null;
        return (visit, identity);
    }

    /// <summary>Ends it.</summary>
    public void End(HttpContext http) => http.Response.Cookies.Delete(Cookie);

    private Visit? Read(string? kept)
    {
        if (string.IsNullOrEmpty(kept)) return null;
        try
        {
            return JsonSerializer.Deserialize<Visit>(_cover.Unprotect(kept));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
