using XacThuc.Cli;
using XacThuc.Cli.Houses.Run;

namespace XacThuc.Testing.Houses;

/// <summary>Both houses as the command serves them, on free ports and databases of their own, gone afterwards.</summary>
public sealed class TestHouses : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-houses-");
    private readonly CancellationTokenSource _stop = new();
    private readonly StringWriter _said = new();
    private readonly string? _postgres;
    private readonly RunOptions _options;
    private Task<int> _running = Task.FromResult(0);
    private ReadyFile? _ready;

    private TestHouses(TestDatabase database, SampleSize size)
    {
        _postgres = TestDatabases.NewConnection(database);
        _options = new RunOptions(_folder.FullName, HouseProcess.FreeAddress(), HouseProcess.FreeAddress(), size, _postgres);
    }

    /// <summary>Address of the health house.</summary>
    public string Platform => _ready!.Platform;

    /// <summary>Address of the police house.</summary>
    public string Register => _ready!.Register;

    /// <summary>The folder of both houses.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The connection of both databases; none on SQLite.</summary>
    public string? Postgres => _postgres;

    /// <summary>Units, accounts and clients, no people.</summary>
    /// <param name="database">Where both keep what they know.</param>
    /// <param name="remote">What the health house's <c>remote-signing.json</c> says; there is none where nothing is said.</param>
    public static Task<TestHouses> WithAccounts(TestDatabase database, string? remote = null) => Start(database, SampleSize.Accounts, remote);

    /// <summary>The whole sample district.</summary>
    public static Task<TestHouses> WithDistrict(TestDatabase database) => Start(database, SampleSize.District);

    /// <summary>The first sample account of a role: user, password and the secret of its codes.</summary>
    public (string User, string Password, string? TotpSecret) Account(string role, string? unit = null, int nth = 0)
    {
        var account = _ready!.Accounts.Where(account =>
            account.Role.Equals(role, StringComparison.Ordinal) && (unit is null || account.Unit.Equals(unit, StringComparison.Ordinal))).ElementAt(nth);
        return (account.User, account.Password, account.TotpSecret);
    }

    /// <summary>The e-identities of the sample district: what opens each, and what the health house has of its person (right, wrong or none).</summary>
    public IReadOnlyList<(string Number, int Level, string Password, string? TotpSecret, string Record)> Citizens =>
        [.. _ready!.Citizens.Select(citizen => (citizen.Number, citizen.Level, citizen.Password, citizen.TotpSecret, citizen.Record))];

    /// <summary>A program signed in to a house with all its scopes.</summary>
    public Task<ApiSession> Client(string house)
    {
        var client = _ready!.Clients.First(client => client.House.Equals(house, StringComparison.Ordinal));
        return ApiSession.SignIn(new Uri(house is "platform" ? Platform : Register), client.Id, client.Secret, client.Scopes);
    }

    private static async Task<TestHouses> Start(TestDatabase database, SampleSize size, string? remote = null)
    {
        var houses = new TestHouses(database, size);
        if (remote is not null)
        {
            // It is read at the start.
            var folder = Directory.CreateDirectory(Path.Combine(houses.Folder, "platform"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "remote-signing.json"), remote);
        }

        var terminal = new Terminal(houses._said, false, houses._said, false, TimeProvider.System);
        houses._running = Task.Run(() => new RunHouses(houses._options, terminal).Run(houses._stop.Token));
        while (!houses._running.IsCompleted && (houses._ready = ReadyFile.Find(houses.Folder)) is null) await Task.Delay(50);
        return houses._ready is not null ? houses : throw new InvalidOperationException($"The houses did not open: {houses._said} {houses._running.Exception}");
    }

    /// <summary>Stops both, as Ctrl-C does; their folder stays until they are disposed of.</summary>
    public async Task Stop()
    {
        await _stop.CancelAsync();
        await _running;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (_postgres is not null) await TestDatabases.Drop(_postgres);
        _stop.Dispose();
        await _said.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
