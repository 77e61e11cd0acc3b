using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Api;

/// <summary>Registers what every API of a house has.</summary>
internal static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services, HouseSettings settings)
    {
        services.AddProblemDetails();
        services.AddOpenApi("v1", options => ApiDocument.Describe(options, settings));
        return services.AddRateLimits();
    }

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        endpoints.MapDocs();
    }
}
