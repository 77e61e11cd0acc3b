using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace XacThuc.Exchange.Tests.Houses;

/// <summary>A database of a house: a SQLite file, or one of the PostgreSQL server that the environment names.</summary>
internal sealed class TestDatabase(string folder, string name, bool isPostgres)
{
    private readonly string _database = $"xt_border_{name}_{Guid.NewGuid():N}";

    public static string? Server => Environment.GetEnvironmentVariable("XACTHUC_TEST_POSTGRES");

    /// <summary>Every database that is there to test on.</summary>
    public static TheoryData<bool> All => Server is null ? [false] : [false, true];

    private string Postgres => new NpgsqlConnectionStringBuilder(Server) { Database = _database }.ToString();

    public void Use(DbContextOptionsBuilder options)
    {
        if (isPostgres) options.UseNpgsql(Postgres);
        else options.UseSqlite($"Data Source={Path.Combine(folder, name + ".db")};Default Timeout=30");
    }

    public async Task Create()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        if (!isPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
    }

    public async Task Drop()
    {
        await using var db = Open();
        if (isPostgres) await db.Database.EnsureDeletedAsync();
        else SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    public TestDb Open()
    {
        var options = new DbContextOptionsBuilder<TestDb>();
        Use(options);
        return new TestDb(options.Options);
    }
}
