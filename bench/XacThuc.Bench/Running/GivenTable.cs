using System.Globalization;
using Npgsql;

namespace XacThuc.Bench.Running;

/// <summary>Rows laid into a house's tables by a statement, past its pages: what others did before.</summary>
internal static class GivenTable
{
    /// <summary>How many rows there are.</summary>
    public static async Task<long> Count(NpgsqlConnection house, string table)
    {
        await using var count = new NpgsqlCommand($"SELECT COUNT(*) FROM {table}", house) { CommandTimeout = 0 };
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>Adds rows. What is not said is empty: a text of nothing, 0, false, or null where it may be.</summary>
    public static async Task Insert(NpgsqlConnection house, string table, Dictionary<string, string> said, string from)
    {
        var columns = await Described(house, table);
        var values = columns.Select(column => said.TryGetValue(column.Name, out var value) ? value
            : column.MayBeNull ? "NULL" : column.Type switch { "text" => "''", "boolean" => "false", _ => "0" });
        await Do(house, $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) SELECT {string.Join(", ", values)} {from}");
    }

    /// <summary>The same for millions of rows: indexes are made anew afterwards.</summary>
    public static async Task InsertMany(NpgsqlConnection house, string table, Dictionary<string, string> said, string from)
    {
        var indexes = new List<(string Name, string Made)>();
        await using (var read = new NpgsqlCommand($"SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '{table}' AND indexname LIKE 'IX%'", house))
        await using (var rows = await read.ExecuteReaderAsync())
            while (await rows.ReadAsync()) indexes.Add((rows.GetString(0), rows.GetString(1)));
        foreach (var index in indexes) await Do(house, $"DROP INDEX \"{index.Name}\"");
        await Insert(house, table, said, from);
        foreach (var index in indexes) await Do(house, index.Made);
        await Do(house, $"VACUUM ANALYZE {table}");
    }

    /// <summary>Runs a statement.</summary>
    public static async Task Do(NpgsqlConnection house, string sql)
    {
        await using var command = new NpgsqlCommand(sql, house) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<(string Name, string Type, bool MayBeNull)>> Described(NpgsqlConnection house, string table)
    {
        await using var read = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture,
            $"SELECT column_name, data_type, is_nullable = 'YES' FROM information_schema.columns WHERE table_name = '{table}' AND column_name <> 'Id' ORDER BY ordinal_position"), house);
        await using var rows = await read.ExecuteReaderAsync();
        var columns = new List<(string, string, bool)>();
        while (await rows.ReadAsync()) columns.Add((rows.GetString(0), rows.GetString(1), rows.GetBoolean(2)));
        return columns;
    }
}
