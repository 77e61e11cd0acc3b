using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace XacThuc.Web.Data;

/// <summary>Where a house keeps its data: a SQLite file or a PostgreSQL database.</summary>
public sealed record HouseDatabase
{
    private HouseDatabase(bool isSqlite, string connection) => (IsSqlite, Connection) = (isSqlite, connection);

    // A page asks several dozens of different questions: with fewer places, each would push another one out.
    private const int PreparedQuestions = 512;

    /// <summary>Whether it is a SQLite file.</summary>
    public bool IsSqlite { get; }

    /// <summary>How to connect; holds a password, hence never shown.</summary>
    private string Connection { get; }

    /// <summary>A SQLite file, made when it is not there.</summary>
    public static HouseDatabase Sqlite(string file) => new(true, new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString());

    /// <summary>A database of a PostgreSQL server.</summary>
    /// <param name="connection">Npgsql's words, or a <c>postgres://</c> address; the database's name is replaced.</param>
    /// <param name="database">Name of the database; made when it is not there.</param>
    public static HouseDatabase Postgres(string connection, string database) => new(false, new NpgsqlConnectionStringBuilder(connection)
    {
        Database = database,
        MaxAutoPrepare = PreparedQuestions,
        // Pages ask for some dozens of rows: compiling such a query takes longer than running it.
        Options = "-c jit=off",
    }.ToString());

    /// <summary>Opens a connection of its own for bulk work.</summary>
    public async Task<DbConnection> Open(CancellationToken stop)
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(Connection) : new NpgsqlConnection(Connection);
        await connection.OpenAsync(stop);
        if (connection is SqliteConnection sqlite) await SqliteSettings.Apply(sqlite, stop);
        return connection;
    }

    /// <summary>Nothing of the connection.</summary>
    public override string ToString() => IsSqlite ? "SQLite" : "PostgreSQL";

    internal void Use(DbContextOptionsBuilder options)
    {
        // Contexts set nothing on a connection that would have to be taken back; what bulk work opens is reset.
        if (IsSqlite) options.UseSqlite(Connection).AddInterceptors(SqliteSettings.Interceptor);
        else options.UseNpgsql(new NpgsqlConnectionStringBuilder(Connection) { NoResetOnClose = true }.ToString());

        // Lists count up to a bound; which rows are counted makes no difference.
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
    }
}

/// <summary>What every connection to a SQLite file is told.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    // Readers never wait for the writer (WAL); what is committed survives a loss of power (FULL).
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA wal_autocheckpoint=1000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";

    public static SqliteSettings Interceptor { get; } = new();

    public static async Task Apply(SqliteConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(stop);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Apply((SqliteConnection)connection, cancellationToken);
}

/// <summary>Registers the database of a house.</summary>
public static class HouseDatabaseRegistration
{
    /// <summary>Adds the house's database, pooled, also as <see cref="HouseDb"/>.</summary>
    public static IServiceCollection AddHouseDb<TDb>(this IServiceCollection services, HouseDatabase database)
        where TDb : HouseDb
    {
        services.AddSingleton(database);

        // A scope knows its context by two names and disposes it twice. What is rented for a scope goes back once, with the
        // rent; a context of the factory would go back a second time, from whoever has it by then.
        services.AddDbContextPool<TDb>(database.Use);
        services.AddPooledDbContextFactory<TDb>(database.Use);
        services.AddScoped<HouseDb>(provider => provider.GetRequiredService<TDb>());
        return services;
    }
}
