using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Testing.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Clients;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Web.Tests.Houses;

/// <summary>A database with nothing but what every house has.</summary>
public sealed class GivenDb(DbContextOptions<GivenDb> options) : HouseDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        BorderTables.Map(builder);
    }
}

/// <summary>A house that listens on a port of this machine, with two communes of one district.</summary>
public sealed class GivenHouse : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("xacthuc-web-").FullName;
    private readonly GivenDatabase _database;
    private WebApplication? _app;

    public GivenHouse() => _database = new GivenDatabase(_folder);

    public HouseKind Kind { get; init; } = HouseKind.Platform;

    public bool IsSample { get; init; } = true;

    public GivenClock Clock { get; } = new();

    public IReadOnlyList<SampleAccount> Accounts { get; private set; } = [];

    public Uri Url { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>Where it listens to its proxies.</summary>
    public Uri? Inside { get; private set; }

    public IServiceProvider Services => _app!.Services;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="kind">Which.</param>
    /// <param name="isSample">Whether it is one of the sample.</param>
    /// <param name="proxies">Which proxies its <c>proxy.json</c> names; there is none where none is named.</param>
    public static async Task<GivenHouse> Start(HouseKind kind = HouseKind.Platform, bool isSample = true, string? proxies = null)
    {
        var house = new GivenHouse { Kind = kind, IsSample = isSample };
        if (proxies is not null) await house.StandBehind(proxies);
        await house.Open(withPeople: true);
        return house;
    }

    /// <summary>Stops the house and starts it again over the same folder.</summary>
    public async Task Restart(bool isSample = true)
    {
        await _app!.StopAsync(Stop);
        await _app.DisposeAsync();
        await Open(withPeople: false, isSample);
    }

    public SampleAccount Account(string user) => Accounts.Single(account => account.User == user);

    public Browser NewBrowser() => new(Url, Clock);

    public async Task Change(Func<HouseDb, Task> change)
    {
        await using var scope = Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<HouseDb>());
    }

    public async Task<Job> AskJob(string unitCode, string? key = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HouseDb>();
        var unit = await db.Units.SingleAsync(unit => unit.Code == unitCode, Stop);
        var act = new Act(Actor.House, Clock.GetUtcNow(), "test.ask", "test:1");
        return await scope.ServiceProvider.GetRequiredService<JobDesk>().Ask<WaitingWork>(new { }, unit.Id, key, act, Stop);
    }

    public async Task MakeClient(string id, string secret, string unitCode, params string[] scopes)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HouseDb>();
        var unit = await db.Units.SingleAsync(unit => unit.Code == unitCode, Stop);
        await scope.ServiceProvider.GetRequiredService<ClientDesk>().Create(
            id, secret, scopes, unit, new Act(Actor.House, Clock.GetUtcNow(), "client.create", $"client:{id}"), Stop, isSample: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }

        _database.Drop();
        Directory.Delete(_folder, recursive: true);
    }

    private static Unit NewUnit(string code, UnitKind kind, string path) =>
        new() { Code = code, Kind = kind, Name = code, PlaceCode = path.Trim('/').Split('/')[^1], Path = path };

    // Known as https, listening as http: what ends TLS stands before it.
    private async Task StandBehind(string proxies)
    {
        Inside = new Uri($"http://localhost:{FreePort.Take()}");
        await File.WriteAllTextAsync(Path.Combine(_folder, "proxy.json"), JsonSerializer.Serialize(new { listen = Inside, proxies = proxies.Split(' ') }), Stop);
    }

    private async Task Open(bool withPeople, bool? isSample = null)
    {
        // Tokens and passkeys know the house by its address: it must be told before the port is taken.
        if (withPeople) Url = new Uri(Inside is null ? $"http://localhost:{FreePort.Take()}" : "https://tiem.langson.example");
        var builder = HouseHost.NewBuilder<GivenDb>(new HouseSettings
        {
            House = Kind,
            Url = Url,
            PartnerUrl = new Uri("http://127.0.0.1:1"),
            Folder = _folder,
            Database = _database.Database,
            IsSample = isSample ?? IsSample,
        });
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddJob<WaitingWork>(new("Chờ", "Wait"), (_, _) => true, scope: ApiScopes.Runs);
        builder.Services.AddBorder<GivenDb>(new BorderSettings
        {
            House = "here",
            Partner = "there",
            PartnerUrl = new Uri("http://127.0.0.1:1"),
            Folder = _folder,
        });
        var app = _app = builder.BuildHouse();
        GivenEndpoints.Map(app);
        if (withPeople) await Settle(app);
        await app.StartAsync(Stop);
    }

    private async Task Settle(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HouseDb>();
        await db.Database.EnsureCreatedAsync(Stop);
        List<Unit> units = Kind is HouseKind.Platform
            ?
            [
                NewUnit("TTYT-183", UnitKind.DistrictHealthCentre, "/20/183/"),
                NewUnit("VHTT-183", UnitKind.DistrictOperator, "/20/183/"),
                NewUnit("TYT-06226", UnitKind.HealthStation, "/20/183/06226/"),
                NewUnit("TYT-06229", UnitKind.HealthStation, "/20/183/06229/"),
                NewUnit("UBND-06226", UnitKind.CommuneCommittee, "/20/183/06226/"),
            ]
            :
            [
                NewUnit("CAH-183", UnitKind.DistrictPolice, "/20/183/"),
                NewUnit("CAX-06226", UnitKind.CommunePolice, "/20/183/06226/"),
            ];
        db.Units.AddRange(units);
        // A unit of another district, of which nobody here may know.
        db.Units.Add(NewUnit("TYT-06000", UnitKind.HealthStation, "/20/182/06000/"));
        await db.Save(new Act(Actor.House, Clock.GetUtcNow(), "unit.load", "units"), Stop);
        if (IsSample) Accounts = await SampleAccounts.Create(db, units, Clock, Stop);
    }
}
