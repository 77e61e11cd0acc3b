using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Signing;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Clients;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Platform.Tests.Houses;

/// <summary>The health house on a port of its own, with three stations under a district, on SQLite or PostgreSQL.</summary>
internal sealed class GivenHouse : IAsyncDisposable
{
    public const string District = "TTYT-183";
    public const string Station = "TYT-06226";
    public const string OtherStation = "TYT-06229";

    private readonly string _folder;
    private readonly Func<WebApplication> _build;
    private WebApplication _app;

    private GivenHouse(string folder, Func<WebApplication> build) => (_folder, _build, _app) = (folder, build, build());

    /// <summary>Starts the house.</summary>
    /// <param name="database">On which.</param>
    /// <param name="partner">The police house.</param>
    /// <param name="messages">What <c>messages.json</c> says; as a sample house without it where nothing is said.</param>
    /// <param name="remote">What <c>remote-signing.json</c> says.</param>
    /// <param name="more">What else is added.</param>
    /// <param name="mail">What <c>mail.json</c> says.</param>
    /// <param name="vneid">What <c>vneid.json</c> says.</param>
    public static async Task<GivenHouse> Start(
        Database database, GivenPartner? partner = null, string? messages = null, string? remote = null, Action<WebApplicationBuilder>? more = null, string? mail = null, string? vneid = null)
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-platform-").FullName;
        var settings = new HouseSettings
        {
            House = HouseKind.Platform,
            Url = partner?.Platform ?? new Uri("http://127.0.0.1:0"),
            PartnerUrl = partner?.Address ?? new Uri("http://127.0.0.1:9"),
            Folder = folder,
            Database = database == Database.Postgres
                ? HouseDatabase.Postgres(Databases.Server!, $"xt_{Guid.NewGuid():N}")
                : HouseDatabase.Sqlite(Path.Combine(folder, "house.db")),
            IsSample = true,
        };
        if (partner is not null) BorderKeys.CreateForSample(folder, partner.Folder);
        if (messages is not null) await File.WriteAllTextAsync(Path.Combine(folder, "messages.json"), messages);
        if (remote is not null) await File.WriteAllTextAsync(Path.Combine(folder, "remote-signing.json"), remote);
        if (mail is not null) await File.WriteAllTextAsync(Path.Combine(folder, "mail.json"), mail);
        if (vneid is not null) await File.WriteAllTextAsync(Path.Combine(folder, "vneid.json"), vneid);
        var house = new GivenHouse(folder, () => PlatformHouse.Build(settings, builder =>
        {
            builder.Services.AddSingleton<IStartupFilter, NamedCaller>();
            builder.Services.AddAuthorizationBuilder()
                .AddPolicy(ApiScopes.RecordsWrite, policy => policy.RequireAuthenticatedUser())
                .AddPolicy(ApiScopes.Runs, policy => policy.RequireAuthenticatedUser());
            more?.Invoke(builder);
        }));
        await house.InDb(async db =>
        {
            await db.Database.EnsureCreatedAsync();
            db.Units.AddRange(
                UnitOf(District, UnitKind.DistrictHealthCentre, "183", "/20/183/"),
                UnitOf(Station, UnitKind.HealthStation, "06226", "/20/183/06226/"),
                UnitOf(OtherStation, UnitKind.HealthStation, "06229", "/20/183/06229/"),
                UnitOf("UBND-06226", UnitKind.CommuneCommittee, "06226", "/20/183/06226/"),
                UnitOf("VP-183", UnitKind.DistrictOffice, "183", "/20/183/"));
            await db.SaveChangesAsync();
        });
        await house._app.StartAsync();
        return house;
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Folder => _folder;

    /// <summary>Stops the house in whatever it does, and starts it again on the same database.</summary>
    public async Task StartAgain()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = _build();
        await _app.StartAsync();
    }

    /// <summary>A second house at work on the same database, until it is disposed of.</summary>
    public async Task<IAsyncDisposable> StartSecond()
    {
        var second = _build();
        await second.StartAsync();
        return second;
    }

    /// <summary>Somebody without an account.</summary>
    public HttpClient Anybody(bool followsRedirects = true)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = followsRedirects }) { BaseAddress = new Uri(_app.Urls.First()) };
        client.DefaultRequestHeaders.Add("Cookie", "xt-lang=en");
        return client;
    }

    /// <summary>Messages that left a sample house, the earliest first: phone, then words.</summary>
    public IReadOnlyList<(string Phone, string Words)> Sent()
    {
        var folder = new DirectoryInfo(Path.Combine(_folder, "messages"));
        return !folder.Exists ? [] : [.. folder.EnumerateFiles("*.txt").OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => File.ReadAllLines(file.FullName)).Select(lines => (lines[0], lines[2]))];
    }

    /// <summary>Authenticates all that a unit reaches and waits until it is done.</summary>
    public async Task<Job> Authenticate(string unit = Station, AccountRole role = AccountRole.HealthStation)
    {
        using var client = Caller(unit, role);
        using var response = await client.PostAsJsonAsync("/api/v1/authentication-runs", new { });
        return await JobOf(response);
    }

    /// <summary>A caller for a unit.</summary>
    public HttpClient Caller(string unit = Station, AccountRole role = AccountRole.HealthStation, string? name = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        client.DefaultRequestHeaders.Add("X-Unit", unit);
        client.DefaultRequestHeaders.Add("X-Role", role.ToString());
        if (name is not null) client.DefaultRequestHeaders.Add("X-Name", name);
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        client.DefaultRequestHeaders.Add("Cookie", "xt-lang=en");
        return client;
    }

    /// <summary>Brings a CSV file by HTTP and waits until it is read.</summary>
    public async Task<Job> Import(string csv, string unit = Station, AccountRole role = AccountRole.HealthStation)
    {
        using var client = Caller(unit, role);
        using var response = await client.PostAsync("/api/v1/records/import", Csv(csv));
        return await JobOf(response);
    }

    public static StringContent Csv(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));

    /// <summary>Waits for the job that an answer speaks of.</summary>
    public async Task<Job> JobOf(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == System.Net.HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        var accepted = await response.Content.ReadFromJsonAsync<JsonElement>();
        return await Ended(accepted.GetProperty("id").GetInt64());
    }

    public async Task<Job> Ended(long id)
    {
        for (var tries = 0; tries < 3000; tries++)
        {
            var job = await InDb(db => db.Jobs.AsNoTracking().FirstAsync(job => job.Id == id));
            if (job.State is JobState.Done or JobState.Failed) return job;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The job has not ended within a minute.");
    }

    /// <summary>What a job counted.</summary>
    public static Dictionary<string, long> CountsOf(Job job) => JsonSerializer.Deserialize<Dictionary<string, long>>(job.Counts)!;

    public Task InDb(Func<PlatformDb, Task> work) => InDb(async db =>
    {
        await work(db);
        return 0;
    });

    public Task<T> InDb<T>(Func<PlatformDb, Task<T>> work) => InScope(services => work(services.GetRequiredService<PlatformDb>()));

    public async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<List<VaccinationRecord>> Records() =>
        InDb(db => db.Set<VaccinationRecord>().AsNoTracking().OrderBy(record => record.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await InDb(db => db.Database.EnsureDeletedAsync());
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static Unit UnitOf(string code, UnitKind kind, string place, string path) =>
        new() { Code = code, Kind = kind, Name = code, PlaceCode = place, Path = path };
}
