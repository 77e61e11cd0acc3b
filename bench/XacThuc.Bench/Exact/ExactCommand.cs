using System.CommandLine;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Exact;

/// <summary>Exact authentication from CSV to CSV: the engine beside its peers.</summary>
internal static class ExactCommand
{
    public const string FromCsv = "xacthuc, from CSV", FromIndex = "xacthuc, from a packed index";
    private const string ProcessStart = "process start alone (xacthuc --version)";

    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 1_000_000 };
        var records = new Option<long>("--records") { DefaultValueFactory = _ => 800_000 };
        var runs = new Option<int>("--runs") { DefaultValueFactory = _ => 3, Description = "Least of so many runs" };
        var data = new Option<string?>("--data") { Description = "Folder with register.csv and records.csv" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var json = new Option<string?>("--json") { Description = "Write the figures to this file as well" };
        var engine = Engine.Option();
        var command = new Command("exact", "Authenticate, CSV to CSV, beside DuckDB, SQLite, PostgreSQL and a plain program")
        {
            people, records, runs, data, seed, json, engine,
        };
        command.SetAction(parsed =>
        {
            var ours = Engine.Find(parsed.GetValue(engine));
            var given = BenchData.Get(
                ours, parsed.GetValue(data), parsed.GetValue(people), parsed.GetValue(records), parsed.GetValue(seed), "ordinary");
            Run(ours, given, parsed.GetValue(runs), parsed.GetValue(json));
        });
        return command;
    }

    private static void Run(Engine engine, BenchData data, int runs, string? json)
    {
        var folder = BenchData.WorkFolder();
        using var postgres = PostgresCluster.Start(out var why);
        if (postgres is null) Console.Error.WriteLine($"{why} Going on without it.");
        try
        {
            var standings = Contest.Run([.. Contestants(engine, data, folder, postgres)], runs);
            Show(data, runs, standings, json);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Contestant> Contestants(
        Engine engine, BenchData data, string folder, PostgresCluster? postgres)
    {
        Contestant Peer(string name, string verb, bool hasResults = true)
        {
            var output = Path.Combine(folder, verb + ".csv");
            return new Contestant(
                name, Environment.ProcessPath!, ["peer", verb, data.Register, data.Records, output],
                hasResults ? output : null);
        }

        yield return Peer("DuckDB, fastest form (unordered, integer key)", "duckdb-fastest");
        yield return Peer("  the same without old numbers", "duckdb-personal-only");
        yield return Peer("DuckDB, as a user writes it (ordered)", "duckdb-ordered");
        yield return Peer("SQLite, normalised in C#", "sqlite");
        if (postgres is not null)
            yield return Peer("PostgreSQL: load, join and output", "postgres") with
            {
                CpuElsewhere = postgres.CpuSeconds,
                IsMemoryElsewhere = true,
            };
        yield return Peer("plain C# (Sylvan CSV, dictionary), one thread", "dictionary");
        yield return engine.Authenticate(FromCsv, data.Register, data.Records, Path.Combine(folder, "ours.csv"));
        var index = Path.Combine(folder, "register.xti");
        if (TryPack(engine, data, index))
            yield return engine.Authenticate(FromIndex, index, data.Records, Path.Combine(folder, "indexed.csv"));
        yield return Peer("floor: read both files, count newlines", "newlines", hasResults: false);
        yield return new Contestant(ProcessStart, engine.Path, ["--version"]);
    }

    private static bool TryPack(Engine engine, BenchData data, string index)
    {
        try
        {
            engine.Run("index", "--register", data.Register, "--out", index);
            return true;
        }
        catch (Refused refused)
        {
            Console.Error.WriteLine($"{refused.Message} Going on without a packed index.");
            return false;
        }
    }

    private static void Show(BenchData data, int runs, List<Standing> standings, string? json)
    {
        var machine = MachineFacts.Now();
        var setting = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["register"] = $"{new FileInfo(data.Register).Length >> 20} MiB",
            ["records"] = $"{new FileInfo(data.Records).Length >> 20} MiB",
            ["runs"] = $"{runs}",
        };
        var ours = OutcomeOf(standings.First(
            standing => string.Equals(standing.Contestant.Name, FromCsv, StringComparison.Ordinal)));
        var table = new PlainTable(
            "program", "wall s", "CPU s", "peak MiB", "x our CSV", "x our index", "right", "wrong", "same right as ours");
        var rows = new List<BenchRow>();
        foreach (var standing in standings)
        {
            var outcome = OutcomeOf(standing);
            table.Add([
                .. StandingCells.Of(standing),
                StandingCells.Ratio(standing, standings, FromCsv), StandingCells.Ratio(standing, standings, FromIndex),
                outcome is null ? "" : $"{outcome.Right}", outcome is null ? "" : $"{outcome.Wrong}",
                outcome is null || ours is null ? "" : outcome.Fingerprint == ours.Fingerprint ? "yes" : "no",
            ]);
            rows.Add(StandingCells.Row(standing, standings, FromCsv) with { Figures = outcome is null ? null : FiguresOf(outcome) });
        }

        Console.WriteLine($"Exact authentication, CSV to CSV; {data.Folder}, least of {runs} runs; {machine}");
        Console.WriteLine();
        Console.WriteLine(table);
        Console.WriteLine(
            "DuckDB in its fastest form also looks old numbers up; the others look up personal ids only. None of them reads "
            + "the harder forms of writing or tells reasons.");
        StandingCells.ShowFailures(standings);
        new BenchReport("exact", machine, setting, rows).Write(json);
    }

    private static Outcome? OutcomeOf(Standing standing) =>
        standing is { Failure: null, Contestant.Results: { } results } ? Outcome.Of(results) : null;

    private static Dictionary<string, double> FiguresOf(Outcome outcome) => new(StringComparer.Ordinal)
    {
        ["right"] = outcome.Right,
        ["wrong"] = outcome.Wrong,
    };
}
