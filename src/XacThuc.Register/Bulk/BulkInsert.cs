using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace XacThuc.Register.Bulk;

/// <summary>
/// Writes many rows at once: one statement with arrays on PostgreSQL, one prepared statement a row on SQLite.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="ending">What follows the values: what to do with rows that are there; or empty.</param>
/// <param name="columns">The columns.</param>
internal sealed class BulkInsert<T>(string table, string ending, params BulkColumn<T>[] columns)
{
    private readonly string _names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    /// <summary>Writes rows, in the transaction where there is one.</summary>
    public async Task Write(DbConnection connection, DbTransaction? all, IReadOnlyList<T> rows, CancellationToken stop)
    {
        if (rows.Count == 0) return;
        if (connection is SqliteConnection sqlite)
        {
            using var command = Prepare(sqlite);
            Write(command, (SqliteTransaction?)all, rows);
            return;
        }

        await using var insert = new NpgsqlCommand(
            $"INSERT INTO {table} ({_names}) SELECT * FROM unnest({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}) {ending}",
            (NpgsqlConnection)connection, (NpgsqlTransaction?)all);
        foreach (var column in columns)
            insert.Parameters.Add(new NpgsqlParameter { Value = ArrayOf(column, rows), NpgsqlDbType = NpgsqlDbType.Array | column.Type });
        await insert.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The statement for SQLite, to be used again and again.</summary>
    public SqliteCommand Prepare(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO {table} ({_names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))}) {ending}";
        for (var i = 0; i < columns.Length; i++) command.Parameters.Add(new SqliteParameter($"$p{i}", null));
        return command;
    }

    /// <summary>Writes rows by a statement of <see cref="Prepare"/>.</summary>
    public void Write(SqliteCommand prepared, SqliteTransaction? all, IReadOnlyList<T> rows)
    {
        prepared.Transaction = all;
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                prepared.Parameters[i].Value = columns[i].Value(row) switch
                {
                    null => DBNull.Value,
                    DateTimeOffset at => at.ToUnixTimeMilliseconds(),
                    var value => value,
                };
            }

            prepared.ExecuteNonQuery();
        }
    }

    private static Array ArrayOf(BulkColumn<T> column, IReadOnlyList<T> rows) => column.Type switch
    {
        NpgsqlDbType.Text => Each(column, rows, value => (string?)value),
        NpgsqlDbType.Bigint => Each(column, rows, value => (long?)value),
        NpgsqlDbType.Integer => Each(column, rows, value => (int?)value),
        NpgsqlDbType.Smallint => Each(column, rows, value => (short?)value),
        NpgsqlDbType.Boolean => Each(column, rows, value => (bool?)value),
        NpgsqlDbType.TimestampTz => Each(column, rows, value => (DateTimeOffset?)value),
        NpgsqlDbType.Bytea => Each(column, rows, value => (byte[]?)value),
        _ => throw new ArgumentException("No column of this type is written in bulk.", nameof(column)),
    };

    private static TValue[] Each<TValue>(BulkColumn<T> column, IReadOnlyList<T> rows, Func<object?, TValue> cast)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = cast(column.Value(rows[i]));
        return values;
    }
}
