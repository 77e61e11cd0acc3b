using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using XacThuc.Web.Shell.Assets;

namespace XacThuc.Platform.Verifier;

/// <summary>
/// Serves the guards' app of web/verifier: files alone, the same for everybody. A browser asks each time whether they are new and keeps
/// them itself through the app's service worker.
/// </summary>
internal static class VerifierApp
{
    private const string Folder = "/verifier/";
    private const string Start = "index.html";
    private const string Reader = "reader.js";

    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        + "manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    // The one program that runs WebAssembly: a worker has the policy it comes with.
    private const string ReaderContent = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'";

    private const string Permissions = "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), serial=(), display-capture=()";

    /// <summary>All of its files by name.</summary>
    public static FrozenDictionary<string, CarriedFile> Files { get; } = CarriedFile.All(typeof(VerifierApp).Assembly, "verifier/");

    /// <summary>The app's addresses.</summary>
    public static IEndpointRouteBuilder MapVerifier(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/verifier/{name?}", ["GET", "HEAD"], Serve).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    private static async Task Serve(HttpContext http, string? name)
    {
        // The app's scope ends with the stroke; a device that was enrolled by hand may lack it.
        if (name is null && http.Request.Path.Value is not Folder)
        {
            http.Response.Redirect(Folder);
            return;
        }

        if (!Files.TryGetValue(name ?? Start, out var file))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = http.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = name is Reader ? ReaderContent : Content;
        headers["Permissions-Policy"] = Permissions;
        headers["Referrer-Policy"] = "no-referrer";
        await file.Answer(http);
    }
}
