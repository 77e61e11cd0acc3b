using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace XacThuc.Web.Shell.Assets;

/// <summary>Serves the kit's files. Their address changes with them, so a browser asks for each once.</summary>
internal static class AssetEndpoint
{
    // The one program that runs WebAssembly: a worker has the policy it comes with, and pages keep theirs.
    private const string Reader = "scan-reader.js";
    private const string ReaderContent = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'";

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{stamp}/{name}", ["GET", "HEAD"], Serve).AllowAnonymous().ExcludeFromDescription();

    private static async Task Serve(HttpContext http, string stamp, string name)
    {
        if (!Asset.All.TryGetValue(name, out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // A page of the version before still finds its style; it may not keep it under the old address.
        var isThisVersion = Asset.Root.AsSpan(8).TrimEnd('/').SequenceEqual(stamp);
        var headers = http.Response.Headers;
        headers.CacheControl = isThisVersion ? "public, max-age=31536000, immutable" : "no-cache";
        if (name is Reader) headers.ContentSecurityPolicy = ReaderContent;
        await asset.Answer(http);
    }
}
