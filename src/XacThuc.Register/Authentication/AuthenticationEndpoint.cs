using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Clients;

namespace XacThuc.Register.Authentication;

/// <summary>One record authenticated by HTTP, for clients of the police: they see every reason.</summary>
internal static class AuthenticationEndpoint
{
    private const int MostBytes = 16 << 10;
    private const int LongestId = 200;

    private static readonly Refusal Unreadable = Refusal.NotAcceptable(
        "record.unreadable",
        "Nội dung không phải là JSON của một hồ sơ: cần record_id, full_name, sex, date_of_birth, id_number, commune_code, đều là văn bản.",
        "The body is not the JSON of one record: it takes record_id, full_name, sex, date_of_birth, id_number, commune_code, all of them text.");

    public static void Map(IEndpointRouteBuilder app)
    {
        var authentication = app.ServiceProvider.GetRequiredService<RecordAuthentication>();
        app.MapPost("/api/v1/authentications", (RequestDelegate)(http => Answer(http, authentication)))
            .RequireAuthorization(ApiScopes.Authentication)
            .WithName("AuthenticateRecord").WithSummary("Authenticates one record")
            .WithMetadata(new AcceptsMetadata(["application/json"], typeof(ApiRecord)))
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ApiVerdict), ["application/json"]));
    }

    private static async Task Answer(HttpContext http, RecordAuthentication authentication)
    {
        if (await Read(http) is not { } record)
        {
            await Unreadable.ToHttp().ExecuteAsync(http);
            return;
        }

        // Each unit's clients number their records as they like.
        var me = SignedIn.Get(http.User);
        var row = new WrittenRow($"{me.UnitCode}/{record.Id}", 0, record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode);
        var result = await authentication.Run(me.Actor, row, opensCases: false, http.RequestAborted);
        if (!result.TryGet(out var compared, out var refusal))
        {
            await refusal.ToHttp().ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(
            http.Response.BodyWriter, ApiVerdict.Of(record.Id, compared), ApiJson.Default.ApiVerdict, http.RequestAborted);
    }

    private static async ValueTask<ApiRecord?> Read(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes) return null;
        try
        {
            var record = await JsonSerializer.DeserializeAsync(http.Request.BodyReader, ApiJson.Default.ApiRecord, http.RequestAborted);
            return record is null || record.Id.Length > LongestId || record.Id.AsSpan().ContainsAnyInRange('\0', '\x1F') ? null : record;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A record as a client sends it. Nothing of it is printed.</summary>
internal sealed record ApiRecord(
    [property: JsonPropertyName("record_id")] string Id = "", string FullName = "", string Sex = "", string DateOfBirth = "",
    string IdNumber = "", string CommuneCode = "")
{
    public override string ToString() => nameof(ApiRecord);
}

/// <summary>The verdict in the contract's words.</summary>
internal sealed record ApiVerdict(
    string RecordId, string Status, string Name, string Sex, string DateOfBirth, string IdNumber, string[] Reasons)
{
    public static ApiVerdict Of(string id, in Comparison compared) => new(
        id, ContractWords.Of(compared.Status), ContractWords.Of(compared.Name), ContractWords.Of(compared.Sex),
        ContractWords.Of(compared.DateOfBirth), ContractWords.Of(compared.Number), ContractVerdict.CodesOf(compared.Reasons));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, MaxDepth = 4)]
[JsonSerializable(typeof(ApiRecord))]
[JsonSerializable(typeof(ApiVerdict))]
internal sealed partial class ApiJson : JsonSerializerContext;
