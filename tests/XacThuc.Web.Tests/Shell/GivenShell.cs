using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;
using XacThuc.Web.Shell;
using XacThuc.Web.Tests.Houses;
using XacThuc.Web.Units;

namespace XacThuc.Web.Tests.Shell;

/// <summary>The frame alone, on loopback: whoever sends the header As is signed in as that unit.</summary>
internal sealed class GivenShell : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-shell-");
    private readonly GivenDatabase _database;
    private readonly WebApplication _app;

    private GivenShell(Action<IServiceCollection>? services, Action<WebApplication>? routes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        var here = new Uri("http://127.0.0.1");
        _database = new GivenDatabase(_folder.FullName);
        builder.Services.AddSingleton(new HouseSettings
        {
            House = HouseKind.Platform,
            Url = here,
            PartnerUrl = here,
            Folder = _folder.FullName,
            Database = _database.Database,
        });
        builder.Services.AddSingleton(TimeProvider.System).AddHouseDb<ShellDb>(_database.Database);
        builder.Services.AddSingleton<JobBell>().AddScoped<JobDesk>().AddShell();
        builder.Services.AddAuthentication("As").AddScheme<AuthenticationSchemeOptions, AsSomebody>("As", null);
        builder.Services.AddAuthorization();
        builder.Services.AddRazorPages().WithRazorPagesAtContentRoot().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(typeof(ShellFacts).Assembly));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(ShellFacts).Assembly));
        });
        services?.Invoke(builder.Services);
        _app = builder.Build();
        _app.Use((http, next) =>
        {
            Speech.Language = http.Request.Headers.AcceptLanguage == "en" ? Language.English : Language.Vietnamese;
            return next(http);
        });
        _app.UseShell();
        _app.UseRouting();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapRazorPages();
        _app.MapShell();
        routes?.Invoke(_app);
    }

    public LogKept Log { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public static async Task<GivenShell> Start(
        Action<IServiceCollection>? services = null, Action<WebApplication>? routes = null)
    {
        var shell = new GivenShell(services, routes);
        await shell.InDb(async db =>
        {
            await db.Database.EnsureCreatedAsync();
            foreach (var (code, path) in (IEnumerable<(string, string)>)[("TYT-06226", "/20/183/06226/"), ("TYT-06229", "/20/183/06229/")])
            {
                db.Units.Add(new Unit
                {
                    Code = code,
                    Kind = UnitKind.HealthStation,
                    Name = $"Trạm Y tế {code}",
                    PlaceCode = path[8..13],
                    Path = path,
                });
            }

            await db.SaveChangesAsync();
        });
        await shell._app.StartAsync();
        shell.Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(shell._app.Urls.Single()) };
        shell.Client.DefaultRequestHeaders.Add("As", "1");
        return shell;
    }

    public async Task InDb(Func<ShellDb, Task> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ShellDb>());
    }

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _database.Drop();
        _folder.Delete(recursive: true);
    }

    private sealed class AsSomebody(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var unit = Request.Headers["As"].ToString();
            if (unit.Length == 0) return Task.FromResult(AuthenticateResult.NoResult());
            var path = unit is "1" ? "/20/183/06226/" : "/20/183/06229/";
            var me = new SignedIn("nurse", long.Parse(unit, System.Globalization.CultureInfo.InvariantCulture), "TYT", path, AccountRole.HealthStation);
            return Task.FromResult(AuthenticateResult.Success(
                new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(me.Claims, "As")), "As")));
        }
    }
}

internal sealed class ShellDb(DbContextOptions<ShellDb> options) : HouseDb(options);

/// <summary>What was logged.</summary>
internal sealed class LogKept : ILoggerProvider, ILogger
{
    public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
