using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;
using XacThuc.Matching.Texts;

namespace XacThuc.Web.Api;

/// <summary>
/// The page on which the API can be read and tried. Scalar's script comes from its package and this house; the page itself
/// is ours, because the package's own has scripts in the page, which no page of a house may have.
/// </summary>
internal static class DocsPage
{
    // Scalar writes its styles into the page while it runs; scripts and calls still come from and go to this house only.
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const string Start =
        "Scalar.createApiReference('#reference', { url: '/openapi/v1.json', withDefaultFonts: false, telemetry: false, "
        + "hideClientButton: true, agent: { disabled: true }, mcp: { disabled: true }, showDeveloperTools: 'never' });";

    public static void MapDocs(this IEndpointRouteBuilder endpoints)
    {
        var docs = endpoints.MapGroup("/docs").AllowAnonymous().ExcludeFromDescription();
        docs.MapGet("", Page);
        docs.MapGet("scalar.js", Script);
        docs.MapGet("start.js", () => Results.Text(Start, "text/javascript"));
    }

    private static IResult Page(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Content;
        return Results.Text(
            $"""
            <!DOCTYPE html>
            <html lang="{Speech.Say("vi", "en")}">
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <title>{Speech.Say("Giao diện lập trình (API)", "Programming interface (API)")} · XácThực</title>
            </head>
            <body>
              <div id="reference"></div>
              <noscript><p>{Speech.Say("Bản mô tả:", "The document:")} <a href="/openapi/v1.json">/openapi/v1.json</a></p></noscript>
              <script src="/docs/scalar.js"></script>
              <script src="/docs/start.js"></script>
            </body>
            </html>
            """,
            "text/html");
    }

    // The package carries it compressed.
    private static IResult Script(HttpContext context)
    {
        var packed = typeof(ScalarOptions).Assembly.GetManifestResourceStream("ScalarStaticAssets.scalar.js")
            ?? throw new InvalidOperationException("The package of Scalar has another layout now.");
        context.Response.Headers.Vary = "Accept-Encoding";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Results.Stream(new GZipStream(packed, CompressionMode.Decompress), "text/javascript");
        context.Response.Headers.ContentEncoding = "gzip";
        return Results.Stream(packed, "text/javascript");
    }
}
