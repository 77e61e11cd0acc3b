using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace XacThuc.Web.Accounts;

/// <summary>
/// Who may use a folder of pages: a named rule over roles. Each folder has its own in <c>XxxAccess.cs</c>, attached to the
/// folder and not to each page; tests read the same table.
/// </summary>
/// <param name="Name">Name of the rule, <c>noun.verb</c>.</param>
/// <param name="Roles">The roles that may.</param>
public sealed record Access(string Name, IReadOnlyList<AccountRole> Roles)
{
    /// <summary>Everybody who is signed in.</summary>
    public static Access Everybody { get; } = new("everybody", Enum.GetValues<AccountRole>());

    /// <summary>Those who run a house.</summary>
    public static Access Operators { get; } = For("house.operate", AccountRole.DistrictOperator, AccountRole.RegisterOperator);

    /// <summary>A rule for some roles.</summary>
    public static Access For(string name, params AccountRole[] roles) => new(name, roles);

    /// <summary>Whether somebody may.</summary>
    public bool Allows(SignedIn me) => Roles.Contains(me.Role);
}

/// <summary>Registers and attaches access rules.</summary>
public static class AccessRegistration
{
    /// <summary>Makes a rule known.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, Access access)
    {
        services.AddAuthorizationBuilder().AddPolicy(access.Name, policy => policy.RequireAssertion(
            asked => SignedIn.Find(asked.User) is { } me && access.Allows(me)));
        return services;
    }

    /// <summary>Makes a rule known and attaches it to a folder of pages, <c>/Records/Import</c>.</summary>
    public static IServiceCollection AuthorizeFolder(this IServiceCollection services, string folder, Access access) => services
        .AddAccess(access)
        // Razor Pages begins with a fresh list when it is configured itself.
        .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder(folder, access.Name));

    /// <summary>Attaches a rule to endpoints.</summary>
    public static TBuilder RequireAccess<TBuilder>(this TBuilder endpoints, Access access)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(access.Name);
}
