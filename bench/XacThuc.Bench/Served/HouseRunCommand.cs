using System.CommandLine;
using System.Diagnostics;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Served;

/// <summary>
/// The whole way of a bulk run, as two houses of a user go it: people in, records in, all authenticated over the signed
/// border, the file of results out. Each beside the rate that was asked for.
/// </summary>
internal static class HouseRunCommand
{
    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 500_000 };
        var records = new Option<long>("--records") { DefaultValueFactory = _ => 400_000 };
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server, or new for one of our own; SQLite files without it" };
        var json = new Option<string?>("--json") { Description = "Write the figures to this file as well" };
        var engine = Engine.Option();
        var command = new Command("house-run", "Imports and a bulk run through both houses, from files to results") { people, records, postgres, json, engine };
        command.SetAction(parsed => Run(
            Engine.Find(parsed.GetValue(engine)), parsed.GetValue(people), parsed.GetValue(records), parsed.GetValue(postgres), parsed.GetValue(json)));
        return command;
    }

    private static async Task Run(Engine engine, long people, long records, string? postgres, string? json)
    {
        var machine = MachineFacts.Now();
        var data = ServedData.Get(engine, people, records);
        using var server = ServedHouses.Server(ref postgres);
        await using var houses = await ServedHouses.Open(engine, "accounts", postgres);
        using var police = await houses.Program("register");
        using var health = await houses.Program("platform");
        var database = postgres is null ? "SQLite" : "PostgreSQL";
        var table = new PlainTable($"both houses, {database}", "rows", "seconds", "a second", "asked", "times asked");
        var rows = new List<BenchRow>();

        void Add(string name, long count, double seconds, double? asked)
        {
            var rate = count / seconds;
            table.Add(
                name, $"{count}", StandingCells.Number(seconds, "0.00"), StandingCells.Number(rate, "0"),
                asked is { } least ? StandingCells.Number(least, "0") : "", asked is { } by ? StandingCells.Number(rate / by, "0.00") : "");
            rows.Add(new BenchRow(name, seconds, null, null, null, null)
            {
                Figures = new(StringComparer.Ordinal) { ["rows"] = count, ["rows_a_second"] = rate },
            });
        }

        Add("population import", people, (await police.Import("api/v1/population/import", data.Register)).Seconds, 100_000);
        Add("records import", records, (await health.Import("api/v1/records/import", data.Records)).Seconds, 50_000);
        var asked = postgres is null ? 10_000 : 20_000;
        var first = await health.Run();
        Add("run, first", records, first.Seconds, asked);
        Add("run, again", records, (await health.Run()).Seconds, asked);
        var watch = Stopwatch.StartNew();
        var results = await health.Http.GetByteArrayAsync(new Uri(first.Result, UriKind.Relative));
        Add("file of results", results.AsSpan().Count((byte)'\n') - 1, watch.Elapsed.TotalSeconds, null);
        Add("population again", people, (await police.Import("api/v1/population/import", data.Register)).Seconds, null);
        Add("records again", records, (await health.Import("api/v1/records/import", data.Records)).Seconds, null);

        Console.WriteLine(machine);
        Console.WriteLine();
        Console.WriteLine(table);
        Console.WriteLine($"first run: {first.Counts}");
        new BenchReport("house-run", machine, new(StringComparer.Ordinal) { ["people"] = $"{people}", ["records"] = $"{records}", ["database"] = database }, rows)
            .Write(json);
    }
}

/// <summary>A district's people and records as files, kept for the next time.</summary>
internal static class ServedData
{
    public static BenchData Get(Engine engine, long people, long records)
    {
        var data = new BenchData(Path.Combine(Path.GetTempPath(), "xacthuc-bench-data", $"cao-loc-{people}-{records}"));
        if (!File.Exists(data.Register) || !File.Exists(data.Records))
            engine.Run("sample", "--out", data.Folder, "--people", $"{people}", "--records", $"{records}", "--place", "cao-loc", "--damage", "national");
        return data;
    }
}
