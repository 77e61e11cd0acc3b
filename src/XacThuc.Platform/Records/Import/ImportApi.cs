using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Clients;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Records.Import;

/// <summary>The same import by HTTP: the file as the body, a job as the answer.</summary>
internal static class ImportApi
{
    private static readonly string[] Types =
    [
        "text/csv", "text/plain", "text/tab-separated-values", "application/csv", "application/octet-stream",
        "application/vnd.ms-excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ];

    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/v1/records/import", Import)
        .RequireAuthorization(ApiScopes.RecordsWrite)
        .Accepts<Stream>(Types[0], [.. Types.Skip(1)])
        .Produces<JobAccepted>(StatusCodes.Status202Accepted)
        .WithName("ImportRecords")
        .WithSummary("Bring records: CSV or Excel with the contract's columns, or any headings that are recognised.");

    private static async Task<IResult> Import(
        HttpContext http, ClaimsPrincipal user, IdempotencyKey key, TakeFile files, CancellationToken stop)
    {
        var me = SignedIn.Get(user);
        if (RecordsAccess.RightOf(me.Role) != RecordsRight.Write) return TypedResults.Forbid();
        if (!IsTable(http.Request.ContentType)) return RecordsRefusals.NotATableType.ToHttp();

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = UploadFolder.Largest;
        var result = await files.TakeAndRead(http.Request.Body, NameOf(http.Request), key, me, stop);
        return result.Match(job => JobAccepted.Of(job.Id), refusal => refusal.ToHttp());
    }

    private static bool IsTable(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);

    private static string NameOf(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? (disposition.FileNameStar.Length > 0 ? disposition.FileNameStar : disposition.FileName).Value?.Trim('"') ?? ""
            : request.Query["name"].ToString();
}

/// <summary>The answer to a request for long work: where to look how far it is.</summary>
/// <param name="Id">The job.</param>
/// <param name="Job">Its address.</param>
internal sealed record JobAccepted(long Id, string Job)
{
    public static IResult Of(long id)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/api/v1/jobs/{id}");
        return TypedResults.Accepted(address, new JobAccepted(id, address));
    }
}
