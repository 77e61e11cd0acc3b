using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Authentication.Guessing.Look;

/// <summary>Who looks into what looks like guessing: the district's police and whoever runs the house.</summary>
internal static class GuessingAccess
{
    public static Access Rule { get; } = Access.For("guessing.look", AccountRole.DistrictPolice, AccountRole.RegisterOperator);

    public static IServiceCollection AddGuessingPages(this IServiceCollection services) => services
        .AuthorizeFolder("/Authentication/Guessing/Look", Rule)
        .AddScoped<LookAtReport>()
        .AddToday<GuessingToday>()
        .AddNav(new NavEntry(Rule.Roles, "/guessing", new("Nghi dò dữ liệu", "Guessing"), "shield-lock"));
}
