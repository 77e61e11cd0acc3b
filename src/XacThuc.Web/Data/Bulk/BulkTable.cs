using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace XacThuc.Web.Data.Bulk;

/// <summary>
/// Writes many rows of a table past the entities, some ten times as fast, which matters for millions of them: on PostgreSQL
/// one statement with an array for each column, or COPY; on SQLite one prepared statement.
/// </summary>
/// <param name="name">The table.</param>
/// <param name="columns">The columns written; those that find a row come first.</param>
public sealed class BulkTable<T>(string name, params BulkColumn<T>[] columns)
{
    // With fewer, the round trips of COPY cost more than it saves.
    private const int WorthCopying = 500;

    private readonly string _names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    /// <summary>What follows the values of an insert: what to do with rows that are there; or empty.</summary>
    public string Ending { get; init; } = "";

    /// <summary>What else must hold of a row, which is called t, for it to be changed; or empty.</summary>
    public string Only { get; init; } = "";

    /// <summary>Adds rows.</summary>
    public async Task Insert(BulkWay way, IReadOnlyList<T> rows, CancellationToken stop)
    {
        if (rows.Count == 0) return;
        if (way.Connection is SqliteConnection sqlite)
        {
            using var command = PrepareInsert(sqlite);
            Execute(command, way, rows, stop);
        }
        else if (Ending.Length == 0 && rows.Count >= WorthCopying)
        {
            await Copy((NpgsqlConnection)way.Connection, rows, stop);
        }
        else
        {
            await Execute(way, $"INSERT INTO \"{name}\" ({_names}) SELECT * FROM {Rows} {Ending}", rows, stop);
        }
    }

    /// <summary>Adds rows by a statement of <see cref="PrepareInsert"/>.</summary>
    public void Insert(SqliteCommand prepared, BulkWay way, IReadOnlyList<T> rows, CancellationToken stop) =>
        Execute(prepared, way, rows, stop);

    /// <summary>The statement that adds a row on SQLite, to be used again and again.</summary>
    public SqliteCommand PrepareInsert(SqliteConnection connection) =>
        Prepare(connection, $"INSERT INTO \"{name}\" ({_names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))}) {Ending}");

    /// <summary>Changes rows.</summary>
    /// <param name="way">The transaction.</param>
    /// <param name="keys">How many columns, from the first, find the row; the others are set. The first is a number.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="stop">Ends it.</param>
    public async Task Update(BulkWay way, int keys, IReadOnlyList<T> rows, CancellationToken stop)
    {
        if (rows.Count == 0) return;
        if (way.Connection is SqliteConnection sqlite)
        {
            var sets = string.Join(", ", columns.Skip(keys).Select((column, i) => $"\"{column.Name}\" = $p{i + keys}"));
            var where = string.Join(" AND ", columns.Take(keys).Select((column, i) => $"\"{column.Name}\" = $p{i}"));
            using var command = Prepare(sqlite, $"UPDATE \"{name}\" AS t SET {sets} WHERE {where}{AndOnly}");
            Execute(command, way, rows, stop);
            return;
        }

        // The rows lie close together by their first key. Without its bounds the whole table would be read for each batch.
        var (first, last) = (rows.Min(FirstKey), rows.Max(FirstKey));
        await Execute(
            way,
            $"UPDATE \"{name}\" AS t SET {string.Join(", ", columns.Skip(keys).Select(c => $"\"{c.Name}\" = n.\"{c.Name}\""))} " +
            $"FROM {Rows} AS n ({_names}) WHERE {string.Join(" AND ", columns.Take(keys).Select(c => $"t.\"{c.Name}\" = n.\"{c.Name}\""))} " +
            $"AND t.\"{columns[0].Name}\" BETWEEN ${columns.Length + 1} AND ${columns.Length + 2}{AndOnly}",
            rows, stop,
            new NpgsqlParameter<long> { TypedValue = first }, new NpgsqlParameter<long> { TypedValue = last });
    }

    private string AndOnly => Only.Length == 0 ? "" : $" AND {Only}";

    private string Rows => $"unnest({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})";

    private long FirstKey(T row) => (long)columns[0].Value(row)!;

    private async Task Execute(
        BulkWay way, string sql, IReadOnlyList<T> rows, CancellationToken stop, params NpgsqlParameter[] more)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)way.Connection, (NpgsqlTransaction?)way.Transaction);
        foreach (var column in columns)
            command.Parameters.Add(new NpgsqlParameter { Value = column.ArrayOf(rows), NpgsqlDbType = NpgsqlDbType.Array | column.Type });
        command.Parameters.AddRange(more);
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task Copy(NpgsqlConnection connection, IReadOnlyList<T> rows, CancellationToken stop)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY \"{name}\" ({_names}) FROM STDIN (FORMAT BINARY)", stop);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(stop);
            foreach (var column in columns)
            {
                if (column.Value(row) is { } value) await writer.WriteAsync(value, column.Type, stop);
                else await writer.WriteNullAsync(stop);
            }
        }

        await writer.CompleteAsync(stop);
    }

    private SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < columns.Length; i++) command.Parameters.Add(new SqliteParameter($"$p{i}", null));
        return command;
    }

    // SQLite works in this thread whatever one asks for.
    private void Execute(SqliteCommand command, BulkWay way, IReadOnlyList<T> rows, CancellationToken stop)
    {
        command.Transaction = (SqliteTransaction?)way.Transaction;
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++)
            {
                // As the houses' model keeps moments on SQLite.
                command.Parameters[i].Value = columns[i].Value(row) switch
                {
                    null => DBNull.Value,
                    DateTimeOffset at => at.ToUnixTimeMilliseconds(),
                    var value => value,
                };
            }

            command.ExecuteNonQuery();
        }
    }
}
