using System.Diagnostics;
using Npgsql;

namespace XacThuc.Bench.Served;

/// <summary>
/// Makes a district of millions of records out of one of sixty thousand, in PostgreSQL: each record, its result and its case
/// laid in again under other references and numbers. Through the import it would be the same rows, some minutes later.
/// </summary>
internal static class GrownDistrict
{
    // Numbers get other last digits, so that a search for one finds few.
    private const string OtherRecords = """
        INSERT INTO records ({0})
        SELECT {1} FROM records AS r, generate_series(1, {2}) AS k WHERE r."Id" <= {3}
        """;

    public static async Task Grow(ServedHouses houses, long records)
    {
        var watch = Stopwatch.StartNew();
        await using var health = new NpgsqlConnection(houses.Database("platform"));
        await health.OpenAsync();
        var have = (long)(await Get(health, """SELECT COUNT(*) FROM records"""))!;
        var last = (long)(await Get(health, """SELECT MAX("Id") FROM records"""))!;
        var times = (records + have - 1) / have - 1;
        if (times <= 0) return;
        await Copy(health, "records", times, last, new(StringComparer.Ordinal)
        {
            ["Ref"] = """substr(md5(r."Ref" || k), 1, 20)""",
            ["SameKey"] = """substring(sha256(r."SameKey" || int8send(k)) FROM 1 FOR 16)""",
            ["ExternalId"] = """r."ExternalId" || '-' || k""",
            ["Digits"] = """CASE WHEN length(r."Digits") = 12 THEN left(r."Digits", 8) || lpad((k * 37 % 10000)::text, 4, '0') ELSE r."Digits" END""",
        });
        await Do(health, $"""
            INSERT INTO run_results ("RunId", "RecordId", "Version", "Outcome", "Reasons")
            SELECT run."RunId", v."Id", v."Version",
              (v."Status" | v."NameVerdict" << 2 | v."SexVerdict" << 5 | v."DateVerdict" << 8 | v."NumberVerdict" << 11)::smallint, v."Reasons"
            FROM (SELECT MAX("RunId") AS "RunId" FROM run_results) AS run, records AS v
            WHERE v."Id" > {last}
            """);
        await Do(health, $"""UPDATE run_figures SET "Records" = "Records" * {times + 1}; UPDATE runs SET "Records" = "Records" * {times + 1}, "UpTo" = (SELECT MAX("Id") FROM records)""");
        await Do(health, "VACUUM (ANALYZE)");

        await using var police = new NpgsqlConnection(houses.Database("register"));
        await police.OpenAsync();
        await Copy(police, "cases", times, (long)(await Get(police, """SELECT MAX("Id") FROM cases"""))!, new(StringComparer.Ordinal)
        {
            ["Ref"] = """substr(md5(r."Ref" || k), 1, 20)""",
        });
        await Do(police, "VACUUM (ANALYZE)");
        Console.Error.WriteLine($"Grown to {have * (times + 1):N0} records in {watch.Elapsed.TotalSeconds:N0} s.");
    }

    private static async Task Copy(NpgsqlConnection to, string table, long times, long last, Dictionary<string, string> others)
    {
        var columns = new List<string>();
        await using (var read = new NpgsqlCommand(
            $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND column_name <> 'Id' ORDER BY ordinal_position", to))
        {
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync()) columns.Add(rows.GetString(0));
        }

        var values = columns.Select(column => others.GetValueOrDefault(column, $"r.\"{column}\""));
        await Do(to, string.Format(
            System.Globalization.CultureInfo.InvariantCulture, OtherRecords.Replace("records", table, StringComparison.Ordinal),
            string.Join(", ", columns.Select(column => $"\"{column}\"")), string.Join(", ", values), times, last));
    }

    private static async Task Do(NpgsqlConnection to, string sql)
    {
        await using var command = new NpgsqlCommand(sql, to) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> Get(NpgsqlConnection from, string sql)
    {
        await using var command = new NpgsqlCommand(sql, from) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync();
    }
}
