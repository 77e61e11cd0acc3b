using System.Data.Common;
using System.IO.Hashing;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace XacThuc.Platform.Records.Bulk;

/// <summary>
/// Writes many rows in the transaction that is open: COPY on PostgreSQL, one prepared statement on SQLite. Some ten times
/// as fast as the same rows as entities, which matters for millions of them.
/// </summary>
/// <param name="name">The table.</param>
/// <param name="columns">The columns written; those that find a row come first.</param>
internal sealed class BulkTable<T>(string name, params BulkColumn<T>[] columns)
{
    private string Names => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    /// <summary>Adds rows.</summary>
    public async Task Insert(BulkWay way, IReadOnlyCollection<T> rows, CancellationToken stop)
    {
        if (rows.Count == 0) return;
        if (way.Connection is NpgsqlConnection postgres) await Copy(postgres, $"\"{name}\"", rows, stop);
        else
            Execute(
                way, $"INSERT INTO \"{name}\" ({Names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})", rows, stop);
    }

    /// <summary>Changes rows.</summary>
    /// <param name="way">The transaction.</param>
    /// <param name="keys">How many columns, from the first, find the row; the others are set. The first is a number.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="stop">Ends it.</param>
    public async Task Update(BulkWay way, int keys, IReadOnlyCollection<T> rows, CancellationToken stop)
    {
        if (rows.Count == 0) return;
        if (way.Connection is not NpgsqlConnection postgres)
        {
            var sets = string.Join(", ", columns.Skip(keys).Select((column, i) => $"\"{column.Name}\" = $p{i + keys}"));
            var where = string.Join(" AND ", columns.Take(keys).Select((column, i) => $"\"{column.Name}\" = $p{i}"));
            Execute(way, $"UPDATE \"{name}\" SET {sets} WHERE {where}", rows, stop);
            return;
        }

        // Its own for each set of columns: the connection keeps it.
        var temporary = $"\"changed_{name}_{XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(Names)):x}\"";
        await Run(postgres, $"CREATE TEMP TABLE IF NOT EXISTS {temporary} AS SELECT {Names} FROM \"{name}\" LIMIT 0; TRUNCATE {temporary}", stop);
        await Copy(postgres, temporary, rows, stop);

        // The rows lie close together by their first key. Without its bounds the whole table would be read for each batch.
        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (var row in rows)
        {
            var key = (long)columns[0].Value(row)!;
            (first, last) = (Math.Min(first, key), Math.Max(last, key));
        }

        await using var update = new NpgsqlCommand(
            $"UPDATE \"{name}\" AS t SET {string.Join(", ", columns.Skip(keys).Select(c => $"\"{c.Name}\" = n.\"{c.Name}\""))} " +
            $"FROM {temporary} AS n WHERE {string.Join(" AND ", columns.Take(keys).Select(c => $"t.\"{c.Name}\" = n.\"{c.Name}\""))} " +
            $"AND t.\"{columns[0].Name}\" BETWEEN $1 AND $2",
            postgres)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = first }, new NpgsqlParameter<long> { TypedValue = last } },
        };
        await update.ExecuteNonQueryAsync(stop);
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task Copy(NpgsqlConnection connection, string to, IReadOnlyCollection<T> rows, CancellationToken stop)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {to} ({Names}) FROM STDIN (FORMAT BINARY)", stop);
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

    // SQLite works in this thread whatever one asks for.
    private void Execute(BulkWay way, string sql, IReadOnlyCollection<T> rows, CancellationToken stop)
    {
        using var command = ((SqliteConnection)way.Connection).CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction)way.Transaction;
        var parameters = new SqliteParameter[columns.Length];
        for (var i = 0; i < columns.Length; i++)
            parameters[i] = command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = Sqlite(columns[i].Value(row));
            command.ExecuteNonQuery();
        }
    }

    // As the houses' model keeps moments on SQLite.
    private static object Sqlite(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset at => at.ToUnixTimeMilliseconds(),
        _ => value,
    };
}

/// <summary>The open transaction of a house's database, for rows that go past the entities.</summary>
internal sealed record BulkWay(DbConnection Connection, DbTransaction Transaction);
