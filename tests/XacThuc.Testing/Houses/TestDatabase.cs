using Npgsql;

namespace XacThuc.Testing.Houses;

/// <summary>The databases that every test of the houses runs on.</summary>
public enum TestDatabase
{
    /// <summary>Two files.</summary>
    Sqlite,

    /// <summary>Two databases of a real server, named by <c>XACTHUC_TEST_POSTGRES</c>.</summary>
    Postgres,
}

/// <summary>Connections for tests.</summary>
public static class TestDatabases
{
    /// <summary>Those that are here: PostgreSQL where a server is named (<c>./xacthuc test</c> starts one).</summary>
    public static IEnumerable<TestDatabase> Here =>
        Server is null ? [TestDatabase.Sqlite] : [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static string? Server => Environment.GetEnvironmentVariable("XACTHUC_TEST_POSTGRES");

    /// <summary>A connection with a database name of its own; none for SQLite.</summary>
    public static string? NewConnection(TestDatabase database) => database == TestDatabase.Sqlite ? null
        : new NpgsqlConnectionStringBuilder(Server) { Database = $"t{Guid.NewGuid():N}"[..16] }.ToString();

    public static async Task Drop(string connection)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        NpgsqlConnection.ClearAllPools();
        await using var server = new NpgsqlConnection(Server);
        await server.OpenAsync();
        foreach (var house in (string[])["platform", "register"])
        {
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{name}_{house}\" WITH (FORCE)", server);
            await drop.ExecuteNonQueryAsync();
        }
    }
}
