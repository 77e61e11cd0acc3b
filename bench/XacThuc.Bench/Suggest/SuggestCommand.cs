using System.CommandLine;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Suggest;

/// <summary>Suggestions for records that are not matched: the engine beside DuckDB in the manner of Splink.</summary>
internal static class SuggestCommand
{
    private const string Ours = "xacthuc, from CSV";

    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 1_000_000 };
        var records = new Option<long>("--records") { DefaultValueFactory = _ => 830_000 };
        var damage = new Option<string>("--damage") { DefaultValueFactory = _ => "ordinary" }
            .AcceptOnlyFromAmong("ordinary", "hard", "national");
        var wide = new Option<bool>("--wide") { Description = "The eleven wide rules as well: minutes and gigabytes" };
        var runs = new Option<int>("--runs") { DefaultValueFactory = _ => 1, Description = "Least of so many runs" };
        var data = new Option<string?>("--data") { Description = "Folder with register.csv, records.csv and truth.csv" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var json = new Option<string?>("--json") { Description = "Write the figures to this file as well" };
        var engine = Engine.Option();
        var command = new Command("suggest", "Suggestions, CSV to CSV, beside DuckDB in the manner of Splink")
        {
            people, records, damage, wide, runs, data, seed, json, engine,
        };
        command.SetAction(parsed =>
        {
            var ours = Engine.Find(parsed.GetValue(engine));
            var given = BenchData.Get(
                ours, parsed.GetValue(data), parsed.GetValue(people), parsed.GetValue(records), parsed.GetValue(seed),
                parsed.GetRequiredValue(damage));
            Run(ours, given, parsed.GetValue(wide), parsed.GetValue(runs), parsed.GetValue(json));
        });
        return command;
    }

    private static void Run(Engine engine, BenchData data, bool isWide, int runs, string? json)
    {
        var folder = BenchData.WorkFolder();
        try
        {
            var standings = Contest.Run([.. Contestants(engine, data, folder, isWide)], runs);
            Show(engine, data, runs, standings, json);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Contestant> Contestants(Engine engine, BenchData data, string folder, bool isWide)
    {
        Contestant Peer(string name, string verb)
        {
            var results = Path.Combine(folder, verb + ".csv");
            return new Contestant(
                name, Environment.ProcessPath!, ["peer", verb, data.Register, data.Records, results], results,
                SplinkStyle.SuggestionsBeside(results));
        }

        yield return Peer("DuckDB, six narrow rules, levenshtein", "splink-narrow-levenshtein");
        yield return Peer("DuckDB, six narrow rules, damerau_levenshtein", "splink-narrow-damerau");
        if (isWide)
        {
            yield return Peer("DuckDB, eleven wide rules, levenshtein", "splink-wide-levenshtein");
            yield return Peer("DuckDB, eleven wide rules, damerau_levenshtein", "splink-wide-damerau");
        }

        yield return engine.Authenticate(
            Ours, data.Register, data.Records, Path.Combine(folder, "ours.csv"), withSuggestions: true);
    }

    private static void Show(Engine engine, BenchData data, int runs, List<Standing> standings, string? json)
    {
        var machine = MachineFacts.Now();
        var table = new PlainTable(
            "program", "wall s", "CPU s", "peak MiB", "x ours", "sought", "right first", "in five", "right at 0.99",
            "of so many", "strangers at 0.99", "calibration error");
        var rows = new List<BenchRow>();
        foreach (var standing in standings)
        {
            var accuracy = data.HasTruth && standing is { Failure: null, Contestant: { Results: { } results, Suggestions: { } suggestions } }
                ? Accuracy.Judge(engine, data, results, suggestions)
                : null;
            table.Add([.. StandingCells.Of(standing), StandingCells.Ratio(standing, standings, Ours), .. Cells(accuracy)]);
            rows.Add(StandingCells.Row(standing, standings, Ours) with { Figures = accuracy?.Figures() });
        }

        Console.WriteLine($"Suggestions, CSV to CSV; {data.Folder}, least of {runs} runs; {machine}");
        Console.WriteLine();
        Console.WriteLine(table);
        if (!data.HasTruth) Console.WriteLine("There is no truth.csv beside the records: accuracy is not known.");
        StandingCells.ShowFailures(standings);
        var setting = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["register"] = $"{new FileInfo(data.Register).Length >> 20} MiB",
            ["records"] = $"{new FileInfo(data.Records).Length >> 20} MiB",
            ["runs"] = $"{runs}",
        };
        new BenchReport("suggest", machine, setting, rows).Write(json);
    }

    private static string[] Cells(Accuracy? of) => of is null
        ? ["", "", "", "", "", "", ""]
        : [
            StandingCells.Number(of.Sought, "0"), Share(of.First), Share(of.InFive), Share(of.SurePrecision),
            StandingCells.Number(of.Sure, "0"), StandingCells.Number(of.Strangers, "0"),
            StandingCells.Number(of.CalibrationError, "0.0000"),
        ];

    private static string Share(double share) => double.IsFinite(share) ? StandingCells.Number(share * 100, "0.000") + " %" : "-";
}
