using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace XacThuc.Web.Shell;

/// <summary>What every answer tells the browser: nothing from elsewhere, nothing inline, nothing framed, nothing guessed.</summary>
public static class SecurityHeaders
{
    private const string Own =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static readonly StringValues Content = Own;

    private static readonly StringValues ForPrograms = "default-src 'none'; frame-ancestors 'none'";

    // The camera reads cards and papers; everything else stays shut.
    private static readonly StringValues Permissions =
        "camera=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), " +
        "geolocation=(), microphone=(), payment=(), usb=(), serial=(), display-capture=()";

    /// <summary>
    /// Lets the forms of this one answer end at another origin too: browsers follow a form's redirects by the same rule, and
    /// signing in for somebody else ends there.
    /// </summary>
    public static void AllowFormsTo(HttpContext http, Uri address) =>
        http.Response.Headers.ContentSecurityPolicy = $"{Own} {address.GetLeftPart(UriPartial.Authority)}";

    internal static Task Add(HttpContext http, RequestDelegate next)
    {
        // What programs read is neither drawn nor run; they ask too often for headers that nobody looks at.
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.ContentSecurityPolicy = ForPrograms;
            http.Response.Headers.CacheControl = "no-store";
            return next(http);
        }

        // An endpoint with stricter or other needs of its own sets them before the answer starts.
        http.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            var headers = http.Response.Headers;
            headers.TryAdd("Content-Security-Policy", Content);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", Permissions);
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            if (http.Request.IsHttps) headers.TryAdd("Strict-Transport-Security", "max-age=31536000; includeSubDomains");

            // People's data stays neither in caches on the way nor in the browser's.
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
