using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units.Moving;

namespace XacThuc.Web.Units;

/// <summary>Who may see and change places and units by their pages: the operator of the house.</summary>
public static class UnitsAccess
{
    /// <summary>The policy of the folder.</summary>
    public const string Operators = "units.operators";

    /// <summary>Whether a role is one of them.</summary>
    public static bool Allows(AccountRole role) => role is AccountRole.DistrictOperator or AccountRole.RegisterOperator;

    /// <summary>Adds places and units.</summary>
    public static IServiceCollection AddUnits(this IServiceCollection services)
    {
        services.AddSingleton<PlaceShelf>();
        services.AddScoped<MoveUnits>();
        services.AddAuthorizationBuilder().AddPolicy(Operators, policy => policy.RequireAssertion(
            asked => SignedIn.Find(asked.User) is { } who && Allows(who.Role)));

        // AddRazorPages puts an empty list of conventions in place of what was configured before it: only what comes after
        // all configuring is sure to hold.
        services.PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder("/Units", Operators));
        return services;
    }
}
