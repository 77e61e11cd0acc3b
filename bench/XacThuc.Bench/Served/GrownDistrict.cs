using System.Diagnostics;
using Npgsql;

namespace XacThuc.Bench.Served;

/// <summary>
/// Makes a province of millions of records out of a district of sixty thousand, in PostgreSQL: 21 more districts with their
/// places and units, and every record, result and case laid in again under other references, numbers and communes, until
/// there are as many as asked. The sample district gets its share. Through the import it would be the same rows, later.
/// </summary>
internal static class GrownDistrict
{
    private const int Districts = 22;

    public static async Task Grow(ServedHouses houses, long records)
    {
        var watch = Stopwatch.StartNew();
        await using var health = await Open(houses, "platform");
        var (have, last) = (await Get(health, "SELECT COUNT(*) FROM records"), await Get(health, """SELECT MAX("Id") FROM records"""));
        var times = (records + have - 1) / have - 1;
        if (times <= 0) return;
        await Places(health);
        await Copy(health, "records", $"generate_series(1, {times}) AS k JOIN units_of AS u ON u.d = k % {Districts} AND u.was = r.\"UnitId\"", last, new(StringComparer.Ordinal)
        {
            ["Ref"] = """substr(md5(r."Ref" || k), 1, 20)""",
            ["SameKey"] = """substring(sha256(r."SameKey" || int8send(k)) FROM 1 FOR 16)""",
            ["ExternalId"] = """r."ExternalId" || '-' || k""",
            ["UnitId"] = "u.now",
            ["CommuneCode"] = Commune("r.\"CommuneCode\"", $"k % {Districts}"),
            ["Digits"] = """CASE WHEN length(r."Digits") = 12 THEN left(r."Digits", 8) || lpad((k * 37 % 10000)::text, 4, '0') ELSE r."Digits" END""",
        });
        await Do(health, $"""
            INSERT INTO run_results ("RunId", "RecordId", "Version", "Outcome", "Reasons")
            SELECT run."RunId", v."Id", v."Version",
              (v."Status" | v."NameVerdict" << 2 | v."SexVerdict" << 5 | v."DateVerdict" << 8 | v."NumberVerdict" << 11)::smallint, v."Reasons"
            FROM (SELECT MAX("RunId") AS "RunId" FROM run_results) AS run, records AS v
            WHERE v."Id" > {last}
            """);
        await Do(health, """
            DELETE FROM run_figures;
            INSERT INTO run_figures ("RunId", "UnitId", "CommuneCode", "Outcome", "Records")
            SELECT r."RunId", v."UnitId", v."CommuneCode", r."Outcome", COUNT(*)
            FROM run_results AS r JOIN records AS v ON v."Id" = r."RecordId" GROUP BY r."RunId", v."UnitId", v."CommuneCode", r."Outcome";
            UPDATE runs SET "Records" = (SELECT COUNT(*) FROM records), "UpTo" = (SELECT MAX("Id") FROM records)
            """);
        await Do(health, "VACUUM (ANALYZE)");

        await using var police = await Open(houses, "register");
        await Places(police);
        await Copy(police, "cases", $"generate_series(1, {times}) AS k", await Get(police, """SELECT MAX("Id") FROM cases"""), new(StringComparer.Ordinal)
        {
            ["Ref"] = """substr(md5(r."Ref" || k), 1, 20)""",
            ["CommuneCode"] = Commune("r.\"CommuneCode\"", $"k % {Districts}"),
        });
        await Do(police, "VACUUM (ANALYZE)");
        Console.Error.WriteLine($"Grown to {have * (times + 1):N0} records in {watch.Elapsed.TotalSeconds:N0} s.");
    }

    private static string Commune(string code, string district) =>
        $"CASE WHEN {district} = 0 OR length({code}) < 5 THEN {code} ELSE (10 + {district})::text || right({code}, 3) END";

    // Communes and units of the other districts, and which unit there does the work of which here.
    private static async Task Places(NpgsqlConnection house)
    {
        var path = "replace(o.\"Path\", '/183/', '/9' || lpad(d::text, 2, '0') || '/')";
        await Copy(house, "places", $"generate_series(1, {Districts - 1}) AS d WHERE r.\"Path\" LIKE '/20/183/%' AND", long.MaxValue, new(StringComparer.Ordinal)
        {
            ["Path"] = path.Replace("o.", "r.", StringComparison.Ordinal),
            ["Code"] = "CASE WHEN length(r.\"Code\") = 5 THEN (10 + d)::text || right(r.\"Code\", 3) ELSE r.\"Code\" || '-' || d END",
        });
        await Copy(house, "units", $"generate_series(1, {Districts - 1}) AS d WHERE r.\"Path\" LIKE '/20/183/%' AND", long.MaxValue, new(StringComparer.Ordinal)
        {
            ["Path"] = path.Replace("o.", "r.", StringComparison.Ordinal),
            ["Code"] = "r.\"Code\" || '-' || d",
        });
        await Do(house, $"""
            CREATE TEMP TABLE units_of AS
            SELECT 0 AS d, "Id" AS was, "Id" AS now FROM units UNION ALL
            SELECT d, o."Id", n."Id" FROM units AS o JOIN generate_series(1, {Districts - 1}) AS d ON true JOIN units AS n ON n."Code" = o."Code" || '-' || d;
            ANALYZE units_of
            """);
    }

    // Without its further indexes meanwhile: made at the end, they cost a tenth.
    private static async Task Copy(NpgsqlConnection to, string table, string from, long last, Dictionary<string, string> others)
    {
        var columns = await Texts(to, $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND column_name <> 'Id' ORDER BY ordinal_position");
        var indexes = last == long.MaxValue ? [] : await Texts(to, $"SELECT indexdef FROM pg_indexes WHERE tablename = '{table}' AND indexname LIKE 'IX_%'");
        var names = last == long.MaxValue ? [] : await Texts(to, $"SELECT indexname FROM pg_indexes WHERE tablename = '{table}' AND indexname LIKE 'IX_%'");
        foreach (var name in names) await Do(to, $"DROP INDEX \"{name}\"");
        var values = columns.Select(column => others.GetValueOrDefault(column, $"r.\"{column}\""));
        var where = from.EndsWith("AND", StringComparison.Ordinal) ? "" : "WHERE";
        await Do(to, $"""
            INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)} FROM {table} AS r {(where.Length == 0 ? "," : "CROSS JOIN")} {from} {where} r."Id" <= {last}
            """);
        foreach (var index in indexes) await Do(to, index);
    }

    private static async Task<NpgsqlConnection> Open(ServedHouses houses, string house)
    {
        var connection = new NpgsqlConnection(houses.Database(house));
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<List<string>> Texts(NpgsqlConnection from, string sql)
    {
        await using var read = new NpgsqlCommand(sql, from);
        await using var rows = await read.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync()) texts.Add(rows.GetString(0));
        return texts;
    }

    private static async Task Do(NpgsqlConnection to, string sql)
    {
        await using var command = new NpgsqlCommand(sql, to) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Get(NpgsqlConnection from, string sql)
    {
        await using var command = new NpgsqlCommand(sql, from) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
