using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;
using XacThuc.Exchange;
using XacThuc.Web.Accounts;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Api;
using XacThuc.Web.Audit;
using XacThuc.Web.Audit.Look;
using XacThuc.Web.Border;
using XacThuc.Web.Clients;
using XacThuc.Web.Data;
using XacThuc.Web.Jobs;
using XacThuc.Web.Languages;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;

namespace XacThuc.Web.Hosting;

/// <summary>What both houses are built with. A house adds its own services and pages between the two steps.</summary>
public static class HouseHost
{
    /// <summary>A builder with everything that both houses share.</summary>
    public static WebApplicationBuilder NewBuilder<TDb>(HouseSettings settings) where TDb : HouseDb
    {
        Directory.CreateDirectory(settings.Folder);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(TDb).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        var proxy = ProxySettings.Read(settings);
        builder.WebHost.Listen(settings, proxy?.Listen ?? settings.Url);
        proxy?.AddTo(builder.Services);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The keys are guarded by the rights on the folder; the framework would warn of that at each first start.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostLifetime, ToldByItsCommand>();
        services.AddHouseDb<TDb>(settings.Database);
        services.AddDataProtection().SetApplicationName($"xacthuc-{settings.House}")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.Folder, "keys")));
        services.AddJobs().AddAudit().AddUnits();
        services.AddShell().AddCompressedPages();
        services.AddBorderPage().AddAuditPage();
        services.AddAccounts(settings).AddClients(settings).AddApi(settings);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        // Vietnamese letters stand in pages as they are: as numbers they are three times as long on a poor network.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Pages stand in the folder of their work. Both houses may run in one process: each shows its own pages only.
        services.AddRazorPages().WithRazorPagesAtContentRoot().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            foreach (var assembly in (System.Reflection.Assembly[])[typeof(HouseHost).Assembly, typeof(TDb).Assembly])
            {
                parts.ApplicationParts.Add(new AssemblyPart(assembly));
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
            }
        });
        return builder;
    }

    /// <summary>The way of every request, and the pages of both rooms.</summary>
    public static WebApplication BuildHouse(this WebApplicationBuilder builder)
    {
        var app = builder.Build();
        if (app.Services.GetService<ProxySettings>() is not null) app.UseForwardedHeaders();
        app.UseLanguages();
        app.UseShell();
        app.UseApiProblems();
        app.UseRouting();
        app.UseBorderFirst();
        app.UseCompressedPages();
        app.UseWhoAsks();
        app.UseRateLimiter();
        app.UseIdempotencyKeys();
        app.UseOpenSteps();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapShell();
        app.MapLanguages();
        app.MapTokens();
        app.MapJobs();
        app.MapApi();
        return app;
    }

    private static void Listen(this IWebHostBuilder web, HouseSettings settings, Uri at)
    {
        web.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (settings.BorderTls is not { } tls)
        {
            web.UseUrls(at.ToString());
            return;
        }

        web.ConfigureKestrel(kestrel =>
        {
            if (at.IsLoopback) kestrel.ListenLocalhost(at.Port, listen => listen.UseBorderTls(tls));
            else if (IPAddress.TryParse(at.Host, out var address)) kestrel.Listen(address, at.Port, listen => listen.UseBorderTls(tls));
            else kestrel.ListenAnyIP(at.Port, listen => listen.UseBorderTls(tls));
        });
    }

    // Border messages carry their own signature: nothing that people and programs need is done for them.
    private static void UseBorderFirst(this WebApplication app) => app.Use((context, next) =>
        context.Request.Path.StartsWithSegments("/border", StringComparison.OrdinalIgnoreCase) && context.GetEndpoint()?.RequestDelegate is { } answer
            ? answer(context) : next(context));
}
