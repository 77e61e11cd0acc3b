using System.CommandLine;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Suggest;

namespace XacThuc.Bench.OtherMake;

/// <summary>
/// Decisions and suggestions on data of another make than <c>xacthuc sample</c>'s: nothing of it has tuned the engine but
/// seeds below 100; figures are of seeds from 100 on.
/// </summary>
internal static class AccuracyCommand
{
    public static Command Create()
    {
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 200_000 };
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 165_000 };
        var damage = new Option<string>("--damage") { DefaultValueFactory = _ => "hard" }.AcceptOnlyFromAmong("ordinary", "hard");
        var seeds = new Option<int[]>("--seeds")
        {
            DefaultValueFactory = _ => [101, 102, 103],
            AllowMultipleArgumentsPerToken = true,
        };
        var again = new Option<double?>("--again")
        {
            Description = "Share of records about somebody who has one already; anybody is drawn for each record where it is not said",
        };
        var keep = new Option<string?>("--keep") { Description = "Folder that keeps the files, a folder a seed" };
        var engine = Engine.Option();
        var command = new Command("accuracy", "Decisions and suggestions judged on data of another make")
        {
            people, records, damage, again, seeds, keep, engine,
        };
        command.SetAction(parsed => Run(
            Engine.Find(parsed.GetValue(engine)), parsed.GetValue(people), parsed.GetValue(records),
            parsed.GetRequiredValue(damage), parsed.GetValue(again), parsed.GetRequiredValue(seeds), parsed.GetValue(keep)));
        return command;
    }

    private static void Run(Engine engine, int people, int records, string damage, double? again, int[] seeds, string? keep)
    {
        var table = new PlainTable(
            "seed", "wrong decisions", "sought", "right first", "in five", "right at 0.99", "of so many", "strangers at 0.99",
            "calibration error");
        var folder = BenchData.WorkFolder();
        try
        {
            foreach (var seed in seeds)
            {
                var data = new BenchData(keep is null ? folder : Path.Combine(Path.GetFullPath(keep), $"{seed}"));
                Directory.CreateDirectory(data.Folder);
                Write(data, people, records, damage, again, seed);
                var (results, suggestions) = (data.In("results.csv"), data.In("suggestions.csv"));
                engine.Run(
                    "authenticate", "--register", data.Register, "--records", data.Records, "--out", results, "--suggest", suggestions);
                var of = Accuracy.Judge(engine, data, results, suggestions);
                table.Add(
                    $"{seed}", $"{WrongDecisions(data.Truth, results)}", $"{of.Sought:0}", $"{of.First:0.000 %}", $"{of.InFive:0.000 %}",
                    $"{of.SurePrecision:0.0000 %}", $"{of.Sure:0}", $"{of.Strangers:0}", $"{of.CalibrationError:0.0000}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine($"{people} people, {records} {damage} records of another make");
        Console.WriteLine();
        Console.WriteLine(table);
    }

    private static void Write(BenchData data, int people, int records, string damage, double? again, int seed)
    {
        var town = new Town(people, seed);
        using (var register = File.CreateText(data.Register))
        {
            register.Write("personal_id,old_id,full_name,sex,date_of_birth,commune_code\n");
            foreach (var person in town.People)
                register.Write($"{person.Id},{person.OldId},{person.FullName},{person.Sex},{person.Born},{person.Commune}\n");
        }

        using var written = File.CreateText(data.Records);
        using var truth = File.CreateText(data.Truth);
        new Clinic(town, seed, string.Equals(damage, "hard", StringComparison.Ordinal), again).Write(records, written, truth);
    }

    // The truth is what was done to a record: nothing, and only then it is right.
    private static long WrongDecisions(string truth, string results) => File.ReadLines(truth).Zip(File.ReadLines(results))
        .Skip(1).LongCount(pair => pair.First.Contains(",matched,", StringComparison.Ordinal) !=
            pair.Second.Contains(",matched,", StringComparison.Ordinal));
}
