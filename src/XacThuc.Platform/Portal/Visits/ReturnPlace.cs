using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace XacThuc.Platform.Portal.Visits;

/// <summary>The place that somebody scanned before they signed in: they come back to it. In a cookie of the browser, for half an hour.</summary>
internal static partial class ReturnPlace
{
    private const string Name = "xt-place";
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(30);

    /// <summary>Remembers it.</summary>
    public static void Keep(HttpContext http, string code)
    {
        if (!Code().IsMatch(code)) return;
        http.Response.Cookies.Append(Name, code, new CookieOptions
        {
            Path = "/portal",
            HttpOnly = true,
            Secure = http.Request.IsHttps,

            // VNeID leads back here from another site.
            SameSite = SameSiteMode.Lax,
            MaxAge = Lives,
            IsEssential = true,
        });
    }

    /// <summary>Where somebody who just signed in goes: back to the place, once; or to their record.</summary>
    public static string Take(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { } code || !Code().IsMatch(code)) return "/portal/my";
        http.Response.Cookies.Delete(Name, new CookieOptions { Path = "/portal" });
        return $"/portal/place/{code}";
    }

    [GeneratedRegex("^[A-Z0-9-]{5,60}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
