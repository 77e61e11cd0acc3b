using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using XacThuc.Web.Clients;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Api;

/// <summary>What the OpenAPI document says beyond what the endpoints say themselves.</summary>
internal static class ApiDocument
{
    private const string Scheme = "oauth2";

    public static void Describe(OpenApiOptions options, HouseSettings settings)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = $"XacThuc {settings.House}",
                Version = "v1",
                Description =
                    "Lấy mã truy cập tại POST /connect/token (OAuth 2.0 client credentials), gửi trong Authorization: Bearer. "
                    + "Việc lâu trả về 202 và Location: hỏi địa chỉ đó đến khi state là done hoặc failed. "
                    + "Accept-Language: vi hoặc en.\n\n"
                    + "Get a token at POST /connect/token (OAuth 2.0 client credentials), send it as Authorization: Bearer. "
                    + "Long work answers 202 with a Location: ask there until state is done or failed. "
                    + "Accept-Language: vi or en. Errors are problem details (RFC 9457).",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Scheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.OAuth2,
                    Flows = new OpenApiOAuthFlows
                    {
                        ClientCredentials = new OpenApiOAuthFlow
                        {
                            TokenUrl = new Uri("/connect/token", UriKind.Relative),
                            Scopes = ApiScopes.Of(settings.House).ToDictionary(scope => scope, ApiScopes.Explain, StringComparer.Ordinal),
                        },
                    },
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, asked, _) =>
        {
            var scopes = asked.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>()
                .Select(rule => rule.Policy).OfType<string>().Intersect(ApiScopes.All, StringComparer.Ordinal).ToList();
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, asked.Document)] = scopes }];
            if (operation.Responses?.ContainsKey("202") is true)
            {
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = IdempotencyKey.Header,
                    In = ParameterLocation.Header,
                    Description = "The same key gives the same job.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
                });
            }

            return Task.CompletedTask;
        });
    }
}
