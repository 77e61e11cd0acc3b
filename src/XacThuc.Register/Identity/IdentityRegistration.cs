using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Register.Identity.Activate;
using XacThuc.Register.Identity.Connect;
using XacThuc.Register.Identity.Issue;
using XacThuc.Register.Identity.SignIn;
using XacThuc.Web.Accounts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Identity;

/// <summary>
/// The identity service that stands in for VNeID: e-identities of people of the register, and OpenID Connect by which they
/// show elsewhere who they are.
/// </summary>
public static class IdentityRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services, HouseSettings house) => services
        .AddSingleton<IdentityLimits>().AddSingleton<IdentityMeters>().AddSingleton<IdentitySecrets>().AddSingleton<Visits>()
        .AddScoped<IdentityTries>().AddScoped<EnterIdentity>().AddScoped<ActivateIdentity>().AddScoped<IssueIdentity>()
        .AddScoped(scope => new SampleIdentities(scope.GetRequiredService<RegisterDb>(), scope.GetRequiredService<IdentitySecrets>(), scope.GetRequiredService<TimeProvider>()))
        .AddConnect(house)
        .AuthorizeFolder("/Identity/Issue", IdentityAccess.Issue)
        .AddNav(new NavEntry(IdentityAccess.Issue.Roles, "/identities", new("Định danh điện tử", "E-identities"), "fingerprint"))

        // Razor Pages begins with a fresh list when it is configured itself.
        .PostConfigure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AllowAnonymousToFolder("/Identity/SignIn");
            pages.Conventions.AllowAnonymousToFolder("/Identity/Activate");
        });

    /// <summary>Maps its addresses.</summary>
    public static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder app)
    {
        AuthorizeEndpoint.Map(app);
        UserInfoEndpoint.Map(app);
        return app;
    }
}
