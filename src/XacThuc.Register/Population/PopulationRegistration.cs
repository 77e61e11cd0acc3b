using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Register.Population.Bring;
using XacThuc.Register.Population.Import;
using XacThuc.Register.Population.Index;
using XacThuc.Web.Clients;
using XacThuc.Web.Jobs;

namespace XacThuc.Register.Population;

/// <summary>Registers the population.</summary>
public static class PopulationRegistration
{
    /// <summary>Adds its import and its searchable form.</summary>
    public static IServiceCollection AddPopulation(this IServiceCollection services) => services
        .AddSingleton<RegisterIndex>().AddHostedService<IndexFollowing>()
        .AddScoped<PopulationImport>().AddJob<ImportPopulation>(new("Nhập dữ liệu dân cư", "Import of the population"),
            (me, _) => PopulationAccess.Rule.Allows(me), scope: ApiScopes.PopulationWrite, page: job => $"/population/{job.Id}")
        .AddPopulationPages();

    /// <summary>Maps its addresses.</summary>
    public static IEndpointRouteBuilder MapPopulation(this IEndpointRouteBuilder app)
    {
        ImportEndpoint.Map(app);
        return app;
    }
}
