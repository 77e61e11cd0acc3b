using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Population.Bring;

/// <summary>Who brings the population: whoever runs the police house.</summary>
internal static class PopulationAccess
{
    public static Access Rule { get; } = Access.For("population.bring", AccountRole.RegisterOperator);

    public static IServiceCollection AddPopulationPages(this IServiceCollection services) => services
        .AuthorizeFolder("/Population/Bring", Rule)
        .AddScoped<BringPopulation>()
        .AddNav(new NavEntry(Rule.Roles, "/population", new("Dữ liệu dân cư", "Population"), "file-upload"));
}
