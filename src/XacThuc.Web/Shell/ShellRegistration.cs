using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Jobs.Pages;
using XacThuc.Web.Shell.Assets;
using XacThuc.Web.Shell.Problems;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Web.Shell;

/// <summary>The frame that every page of both houses stands in.</summary>
public static class ShellRegistration
{
    /// <summary>Adds what the frame needs.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services) => services
        .AddScoped<ShellFacts>().AddSingleton<JobWords>().AddSingleton<JobList>()
        .AddNav(new([], "/", new("Hôm nay", "Today"), "home") { Place = -1 })
        .AddNav(new([], "/jobs", new("Công việc dài", "Long work"), "history") { Place = 90 });

    /// <summary>Adds a way to the navigation.</summary>
    public static IServiceCollection AddNav(this IServiceCollection services, NavEntry entry) => services.AddSingleton(entry);

    /// <summary>Adds lines to the page of today's work.</summary>
    public static IServiceCollection AddToday<TLines>(this IServiceCollection services) where TLines : class, ITodayLines =>
        services.AddScoped<ITodayLines, TLines>();

    /// <summary>Headers and the error page; before everything else.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.UseMiddleware<ProblemPages>();
        return app;
    }

    /// <summary>The files that pages load.</summary>
    public static IEndpointRouteBuilder MapShell(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapJobEvents();
        return routes;
    }
}
