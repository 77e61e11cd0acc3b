using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Web.Border;

/// <summary>Who may look at the border's messages and send them again: those who run a house.</summary>
public static class BorderAccess
{
    /// <summary>The rule of the folder.</summary>
    public static Access Rule { get; } = Access.For("border.operate", AccountRole.DistrictOperator, AccountRole.RegisterOperator);

    /// <summary>Adds the operator's page.</summary>
    public static IServiceCollection AddBorderPage(this IServiceCollection services) => services
        .AuthorizeFolder("/Border", Rule)
        .AddNav(new NavEntry(Rule.Roles, "/operator/border", new("Liên thông", "Border"), "plug-connected"))
        .AddScoped<SendAgain>();
}
