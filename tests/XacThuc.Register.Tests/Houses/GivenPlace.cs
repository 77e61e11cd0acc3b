using Microsoft.Data.Sqlite;
using Npgsql;
using XacThuc.Web.Data;
using Xunit;

namespace XacThuc.Register.Tests.Houses;

/// <summary>A folder and an empty database of a house; both gone afterwards, unless the house was only to be restarted.</summary>
internal sealed class GivenPlace : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly string? _name;

    private GivenPlace(string? name, DirectoryInfo folder) => (_name, _folder) = (name, folder);

    /// <summary>Both databases where there is a server (<c>XACTHUC_TEST_POSTGRES</c>), otherwise SQLite.</summary>
    public static TheoryData<string> Kinds => Server is null ? new("sqlite") : new("sqlite", "postgres");

    public string Folder => _folder.FullName;

    public HouseDatabase Database => _name is null
        ? HouseDatabase.Sqlite(Path.Combine(Folder, "register.db"))
        : HouseDatabase.Postgres(Server!, _name);

    /// <summary>What tells another process of the place.</summary>
    public string[] Words => _name is null ? ["sqlite", Folder] : ["postgres", Folder, _name];

    private static string? Server => Environment.GetEnvironmentVariable("XACTHUC_TEST_POSTGRES");

    public static GivenPlace New(string kind) =>
        new(string.Equals(kind, "postgres", StringComparison.Ordinal) ? $"register_{Guid.NewGuid():N}" : null,
            Directory.CreateTempSubdirectory("xacthuc-register-"));

    public static GivenPlace Of(string[] words) => new(words.Length < 3 ? null : words[2], new DirectoryInfo(words[1]));

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (_name is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await using var server = new NpgsqlConnection(Server);
            await server.OpenAsync();
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", server);
            await drop.ExecuteNonQueryAsync();
        }

        _folder.Delete(recursive: true);
    }
}
