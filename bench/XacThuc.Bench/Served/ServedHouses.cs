using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using XacThuc.Bench.Running;
using XacThuc.Testing.Houses;

namespace XacThuc.Bench.Served;

/// <summary>Both houses as <c>xacthuc run</c> serves them, in a process of their own; their folder is gone afterwards.</summary>
internal sealed class ServedHouses : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string? _postgres;
    private readonly bool _stays;
    private bool _isClosed;

    private ServedHouses(Process process, string folder, string? postgres, bool stays, Ready ready) =>
        (_process, Folder, _postgres, _stays, Ready) = (process, folder, postgres, stays, ready);

    /// <summary>What the command wrote when all was ready.</summary>
    public Ready Ready { get; }

    /// <summary>The folder of both houses.</summary>
    public string Folder { get; }

    /// <summary>Opens them.</summary>
    /// <param name="engine">The published command.</param>
    /// <param name="sample">accounts or district.</param>
    /// <param name="postgres">A server; SQLite files without it.</param>
    /// <param name="folder">A folder that stays; one of our own without it.</param>
    public static async Task<ServedHouses> Open(Engine engine, string sample, string? postgres, string? folder = null)
    {
        var stays = folder is not null;
        folder = Path.GetFullPath(folder ?? Directory.CreateTempSubdirectory("xacthuc-bench-served-").FullName);
        Directory.CreateDirectory(folder);
        var server = postgres is null ? null : new NpgsqlConnectionStringBuilder(postgres) { Database = stays ? "bench" : Path.GetFileName(folder) }.ToString();
        List<string> arguments =
        [
            "run", "--data", folder, "--sample", sample, "--platform", $"http://localhost:{FreePort.Take()}", "--register", $"http://localhost:{FreePort.Take()}",
            .. server is null ? (string[])[] : ["--postgres", server],
        ];
        var ready = Path.Combine(folder, "ready.json");
        File.Delete(ready);
        var process = Process.Start(new ProcessStartInfo(engine.Path, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, said) => Console.Error.WriteLine(said.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!File.Exists(ready))
        {
            if (process.HasExited) throw new Refused($"xacthuc run ended with code {process.ExitCode}.");
            await Task.Delay(20);
        }

        var written = JsonSerializer.Deserialize<Ready>(await File.ReadAllBytesAsync(ready), JsonSerializerOptions.Web)!;
        return new ServedHouses(process, folder, server, stays, written);
    }

    /// <summary>A program signed in to a house.</summary>
    public Task<HouseProgram> Program(string house) => HouseProgram.SignIn(
        new Uri(AddressOf(house)), Ready.Clients.First(client => client.House.Equals(house, StringComparison.Ordinal)));

    /// <summary>The address of a house.</summary>
    public string AddressOf(string house) => house is "platform" ? Ready.Platform : Ready.Register;

    /// <summary>A database of theirs on the server.</summary>
    public string Database(string house) => new NpgsqlConnectionStringBuilder(_postgres)
    {
        Database = $"{new NpgsqlConnectionStringBuilder(_postgres).Database}_{house}",
        CommandTimeout = 0,
    }.ToString();

    /// <summary>A server from its connection, or one of our own where <c>new</c> is said.</summary>
    public static PostgresCluster? Server(ref string? postgres)
    {
        if (postgres is not "new") return null;
        var server = PostgresCluster.Start(PostgresCluster.AsInProduction, out var reason) ?? throw new Refused(reason);
        postgres = server.Connection;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isClosed) return;
        _isClosed = true;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_stays) return;
        foreach (var house in _postgres is null ? (string[])[] : ["platform", "register"])
        {
            await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_postgres) { Database = "postgres", Pooling = false }.ToString());
            await server.OpenAsync();
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(Database(house)).Database}\" WITH (FORCE)", server);
            await drop.ExecuteNonQueryAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>What <c>ready.json</c> says.</summary>
internal sealed record Ready(string Platform, string Register, IReadOnlyList<ReadyAccount> Accounts, IReadOnlyList<ReadyClient> Clients);

/// <summary>A sample sign-in.</summary>
internal sealed record ReadyAccount(string House, string Role, string Unit, string User, string Password, string? TotpSecret);

/// <summary>A sample client.</summary>
internal sealed record ReadyClient(string House, string Id, string Secret, string Scopes);
