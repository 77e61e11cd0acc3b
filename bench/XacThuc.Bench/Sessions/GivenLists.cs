using System.Globalization;
using Npgsql;

namespace XacThuc.Bench.Sessions;

/// <summary>
/// Approved lists of verified people in a health house, laid into its tables: what stations, police and committees did before.
/// People are the sample district's records; where more are asked for they come again, under other numbers.
/// </summary>
internal static class GivenLists
{
    // ListState.Approved, PersonState.Confirmed, Consent.Given.
    private const int Approved = 4, Confirmed = 3, Given = 1;

    /// <summary>A list for each of some stations.</summary>
    /// <returns>How many people there are.</returns>
    public static async Task<long> Fill(string database, IReadOnlyList<string> stations, int peopleEach, int longest)
    {
        await using var house = new NpgsqlConnection(database);
        await house.OpenAsync();
        var codes = string.Join(", ", stations.Select(station => $"'{station}'"));
        var lists = (peopleEach + longest - 1) / longest;
        var list = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Code"] = "'DS-' || u.\"Code\" || '-' || k",
            ["Title"] = "'Danh sách ' || k",
            ["UnitId"] = "u.\"Id\"",
            ["CommuneCode"] = "u.\"PlaceCode\"",
            ["Dose"] = "1",
            ["Source"] = "2",
            ["State"] = $"{Approved}",
            ["LastNumber"] = $"{longest}",
            ["OpenedAt"] = "now()",
            ["ApprovedAt"] = "now()",
        };
        await Insert(house, "survey_lists", list, $"FROM units AS u CROSS JOIN generate_series(1, {lists}) AS k WHERE u.\"Code\" IN ({codes})");
        await Do(house, """
            CREATE TEMP TABLE known AS SELECT *, row_number() OVER (ORDER BY "Id") - 1 AS at FROM records;
            CREATE UNIQUE INDEX ON known (at);
            CREATE TEMP TABLE drawn AS SELECT "Id", row_number() OVER (ORDER BY "Id") - 1 AS at FROM survey_lists;
            ANALYZE known; ANALYZE drawn
            """);
        var all = await Count(house, "known");
        var person = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ListId"] = "l.\"Id\"",
            ["Number"] = "n",
            ["Ref"] = "md5(l.\"Id\"::text || '-' || n)",
            ["RowVersion"] = "1",
            ["Consent"] = $"{Given}",
            ["State"] = $"{Confirmed}",
        };
        foreach (var same in (string[])["FullName", "Sex", "DateOfBirth", "IdNumber", "CommuneCode", "Hamlet", "NameSearch", "NameSort", "Digits", "BornOn"])
            person[same] = $"r.\"{same}\"";
        await Insert(house, "list_people", person, $"""
            FROM drawn AS l CROSS JOIN generate_series(1, {longest}) AS n JOIN known AS r ON r.at = (l.at * {longest} + n) % {all}
            WHERE (l.at % {lists}) * {longest} + n <= {peopleEach}
            """);
        await Do(house, "ANALYZE");
        return await Count(house, "list_people");
    }

    private static async Task<long> Count(NpgsqlConnection house, string table)
    {
        await using var count = new NpgsqlCommand($"SELECT COUNT(*) FROM {table}", house) { CommandTimeout = 0 };
        return (long)(await count.ExecuteScalarAsync())!;
    }

    // What is not said is empty: a text of nothing, 0, false, or null where it may be.
    private static async Task Insert(NpgsqlConnection house, string table, Dictionary<string, string> said, string from)
    {
        var columns = await Described(house, table);
        var values = columns.Select(column => said.TryGetValue(column.Name, out var value) ? value
            : column.MayBeNull ? "NULL" : column.Type switch { "text" => "''", "boolean" => "false", _ => "0" });
        await Do(house, $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) SELECT {string.Join(", ", values)} {from}");
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

    private static async Task Do(NpgsqlConnection house, string sql)
    {
        await using var command = new NpgsqlCommand(sql, house) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
