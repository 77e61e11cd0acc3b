using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace XacThuc.Web.Data.Bulk;

/// <summary>Many texts or numbers as one parameter: an array on PostgreSQL, a JSON array on SQLite.</summary>
public static class BulkList
{
    /// <summary>Adds texts; gives the condition that a column is one of them. PostgreSQL goes by the index only with an array.</summary>
    public static string Put(DbCommand command, string column, IReadOnlyList<string> texts)
    {
        if (command is NpgsqlCommand)
        {
            command.Parameters.Add(new NpgsqlParameter("list", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = texts.ToArray() });
            return $"\"{column}\" = ANY(@list)";
        }

        command.Parameters.Add(new SqliteParameter("@list", JsonSerializer.Serialize(texts)));
        return $"\"{column}\" IN (SELECT value FROM json_each(@list))";
    }

    /// <summary>The same with numbers.</summary>
    public static string Put(DbCommand command, string column, IReadOnlyList<long> numbers)
    {
        if (command is NpgsqlCommand)
        {
            command.Parameters.Add(new NpgsqlParameter("list", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = numbers.ToArray() });
            return $"\"{column}\" = ANY(@list)";
        }

        command.Parameters.Add(new SqliteParameter("@list", JsonSerializer.Serialize(numbers)));
        return $"\"{column}\" IN (SELECT value FROM json_each(@list))";
    }

    /// <summary>Adds a moment.</summary>
    public static void Put(DbCommand command, string name, DateTimeOffset at) => command.Parameters.Add(command is NpgsqlCommand
        ? new NpgsqlParameter(name, NpgsqlDbType.TimestampTz) { Value = at.ToUniversalTime() }
        : new SqliteParameter(name, at.ToUnixTimeMilliseconds()));
}
