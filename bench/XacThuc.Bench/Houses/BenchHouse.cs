using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using XacThuc.Bench.Running;
using XacThuc.Register;
using XacThuc.Register.Population.Import;
using XacThuc.Web.Acts;
using XacThuc.Web.Clients;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Units;

namespace XacThuc.Bench.Houses;

/// <summary>A police house of our own in this process, with an empty database that is gone afterwards, and one client.</summary>
internal sealed class BenchHouse : IAsyncDisposable
{
    private const string Secret = "measured-and-gone-afterwards";

    private readonly DirectoryInfo _folder;
    private readonly string? _postgres;

    private BenchHouse(WebApplication app, DirectoryInfo folder, string? postgres) => (App, _folder, _postgres) = (app, folder, postgres);

    public WebApplication App { get; }

    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="postgres">A server; a SQLite file without it.</param>
    /// <param name="map">What else it answers.</param>
    /// <param name="prepare">What its folder needs before it is built.</param>
    /// <param name="keepsAnswers">Whether answers are audited before they go out.</param>
    public static async Task<BenchHouse> Start(string? postgres, Action<WebApplication>? map = null, Action<string>? prepare = null, bool keepsAnswers = true)
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-bench-house-");
        prepare?.Invoke(folder.FullName);
        var port = 20_000 + Environment.ProcessId % 20_000 + (keepsAnswers ? 0 : 2);
        var app = RegisterHouse.Build(new HouseSettings
        {
            House = HouseKind.Register,
            Url = new Uri($"http://127.0.0.1:{port}"),
            PartnerUrl = new Uri("http://127.0.0.1:1"),
            Folder = folder.FullName,
            IsSample = true,
            KeepsAnswers = keepsAnswers,
            Database = postgres is null ? HouseDatabase.Sqlite(Path.Combine(folder.FullName, "register.db")) : HouseDatabase.Postgres(postgres, folder.Name),
        });
        map?.Invoke(app);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
            _ = await HouseSchema.Prepare(db, isSample: true, CancellationToken.None);
            var unit = new Unit { Code = "CAH-183", Kind = UnitKind.DistrictPolice, Name = "Công an huyện", PlaceCode = "183", Path = "/20/183/" };
            db.Add(unit);
            await db.Save(NewAct("unit.create"), CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<ClientDesk>().Create(
                "bench", Secret, [ApiScopes.PopulationWrite, ApiScopes.Authentication], unit, NewAct("client.create"), CancellationToken.None);
        }

        await app.StartAsync();
        return new BenchHouse(app, folder, postgres);
    }

    public async Task<ImportCounts> Import(string path)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<PopulationImport>().Run(path, NewAct("population.import"), CancellationToken.None);
        return result.Match(counts => counts, refusal => throw new Refused(refusal.Sentence.ToString()));
    }

    public Task<string> Token() => TokenOf("bench");

    /// <summary>A token of a client of that name, which is made for it.</summary>
    public async Task<string> Token(string client)
    {
        await using (var scope = App.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
            await scope.ServiceProvider.GetRequiredService<ClientDesk>().Create(
                client, Secret, [ApiScopes.Authentication], db.Units.First(), NewAct("client.create"), CancellationToken.None);
        }

        return await TokenOf(client);
    }

    private async Task<string> TokenOf(string client)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", Secret), new("scope", ApiScopes.Authentication),
        ]);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_postgres is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await using var server = new NpgsqlConnection(_postgres);
            await server.OpenAsync();
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{_folder.Name}\" WITH (FORCE)", server);
            await drop.ExecuteNonQueryAsync();
        }

        _folder.Delete(recursive: true);
    }

    private static Act NewAct(string kind) => new(Actor.House, TimeProvider.System.GetUtcNow(), kind, "bench:1");
}
