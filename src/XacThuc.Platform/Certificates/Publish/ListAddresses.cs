using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using XacThuc.Platform.Certificates.Keys;

namespace XacThuc.Platform.Certificates.Publish;

/// <summary>Where anybody finds by what our certificates are checked. Nothing here is about a person.</summary>
internal static class ListAddresses
{
    private const string Always = "public, max-age=31536000, immutable";
    private const string Briefly = "public, max-age=60";

    public static void Map(IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        foreach (var (address, use) in (ReadOnlySpan<(string, KeyUse)>)[("/verifier/api/key", KeyUse.Bundles), ("/certificates/personal-keys.json", KeyUse.PersonalCodes)])
            open.MapGet(address, (HouseKeys keys, HttpResponse answer) =>
            {
                answer.Headers.CacheControl = Briefly;
                return Results.Json(new { keys = keys.Known(use).Select(key => key.Jwk) }, JsonSerializerOptions.Web);
            });
        open.MapGet("/verifier/api/bundle", async (PublishedLists lists, HttpResponse answer, CancellationToken stop) =>
        {
            var published = await lists.Get(stop);
            answer.Headers.CacheControl = Briefly;
            return Results.Text(published.Bundle, "text/plain");
        });
        open.MapGet("/verifier/api/revocations/{name}", async (string name, PublishedLists lists, HttpResponse answer, CancellationToken stop) =>
        {
            if (await lists.FindRevoked(name, stop) is not { } revoked) return Results.NotFound();
            answer.Headers.CacheControl = Always;
            return Results.Bytes(revoked.File, "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{name}\""));
        });
        open.MapGet("/certificates/trust.json", (PublishedLists lists, HttpResponse answer) =>
        {
            answer.Headers.CacheControl = Briefly;
            return Results.Bytes(lists.TrustJson(), "application/json");
        });
        open.MapGet("/certificates/revoked.bin", async (PublishedLists lists, HttpResponse answer, CancellationToken stop) =>
        {
            answer.Headers.CacheControl = Briefly;
            return Results.Bytes((await lists.Get(stop)).Revoked.File, "application/octet-stream");
        });
    }
}
