using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using XacThuc.Web.Data;

namespace XacThuc.Web.Tests.Houses;

/// <summary>
/// A database of a test's own, gone afterwards: a SQLite file, or, where <c>XACTHUC_TEST_ON</c> is <c>postgres</c>, a database
/// of the server that <c>XACTHUC_TEST_POSTGRES</c> names. The test command runs the tests on both.
/// </summary>
internal sealed class GivenDatabase
{
    private readonly string? _name = Environment.GetEnvironmentVariable("XACTHUC_TEST_ON") is "postgres" ? $"web_{Guid.NewGuid():N}" : null;

    public GivenDatabase(string folder) => Database = _name is null
        ? HouseDatabase.Sqlite(Path.Combine(folder, "house.db"))
        : HouseDatabase.Postgres(Server, _name);

    public HouseDatabase Database { get; }

    private static string Server => Environment.GetEnvironmentVariable("XACTHUC_TEST_POSTGRES")
        ?? throw new InvalidOperationException("XACTHUC_TEST_POSTGRES names no server.");

    public DbContextOptions<TDb> Options<TDb>(Action<DbContextOptionsBuilder>? more = null) where TDb : DbContext
    {
        var options = new DbContextOptionsBuilder<TDb>();
        Database.Use(options);
        more?.Invoke(options);
        return options.Options;
    }

    public void Drop()
    {
        if (_name is null)
        {
            SqliteConnection.ClearAllPools();
            return;
        }

        using var server = new NpgsqlConnection(Server);
        server.Open();
        using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", server);
        drop.ExecuteNonQuery();
    }
}
