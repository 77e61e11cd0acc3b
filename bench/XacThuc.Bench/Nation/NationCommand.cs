using System.CommandLine;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Nation;

/// <summary>A whole nation on one machine: generated, packed, authenticated, some of it searched, and the limit.</summary>
internal static class NationCommand
{
    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 100_000_000 };
        var records = new Option<long>("--records") { DefaultValueFactory = _ => 76_600_000 };
        var sought = new Option<long>("--suggest-records") { DefaultValueFactory = _ => 2_000_000 };
        var folder = new Option<string>("--dir") { Description = "Where 20 GB may lie; what is there is used again", Required = true };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var json = new Option<string?>("--json") { Description = "Write the figures to this file as well" };
        var engine = Engine.Option();
        var command = new Command("nation", "100 million people: sample, index, authenticate, suggest, and the limit")
        {
            people, records, sought, folder, seed, json, engine,
        };
        command.SetAction(parsed => Run(
            Engine.Find(parsed.GetValue(engine)), new BenchData(Path.GetFullPath(parsed.GetRequiredValue(folder))),
            parsed.GetValue(people), parsed.GetValue(records), parsed.GetValue(sought), parsed.GetValue(seed),
            parsed.GetValue(json)));
        return command;
    }

    private static void Run(Engine engine, BenchData data, long people, long records, long sought, int seed, string? json)
    {
        var stages = new NationStages();
        if (!File.Exists(data.Register) || !File.Exists(data.Records))
        {
            Directory.CreateDirectory(data.Folder);
            stages.Add("sample", people + records, "rows", engine.Run(
                "sample", "--out", data.Folder, "--people", $"{people}", "--records", $"{records}", "--seed", $"{seed}",
                "--place", "nation", "--damage", "national"));
        }

        var index = data.In("register.xti");
        stages.Add("index", people, "people", engine.Run("index", "--register", data.Register, "--out", index));
        stages.Size = new FileInfo(index).Length;

        stages.Add("authenticate from the index", records, "records", engine.Run(
            "authenticate", "--register", index, "--records", data.Records, "--out", data.In("results.csv")));
        var limit = ChildProcess.Run(
            Environment.ProcessPath!, "peer", "touch-limit", index, data.Records, data.In("limit.txt"));
        stages.Add("limit: read both, touch a line a record", records, "records", limit);

        var part = data.In("part.csv");
        var taken = TakeFirst(data.Records, part, sought);
        var withoutSuggestions = engine.Run(
            "authenticate", "--register", index, "--records", part, "--out", data.In("part-results.csv"));
        stages.Add("authenticate a part", taken, "records", withoutSuggestions);
        var wrong = Outcome.Of(data.In("part-results.csv")).Wrong;
        var withSuggestions = engine.Run(
            "authenticate", "--register", index, "--records", part, "--out", data.In("part-results.csv"),
            "--suggest", data.In("part-suggestions.csv"));
        stages.Add("the part with suggestions", wrong, "records not matched", withSuggestions);
        stages.Show(data, people, records, json);
    }

    private static long TakeFirst(string from, string to, long most)
    {
        var taken = 0L;
        using var input = new StreamReader(from);
        using var output = new StreamWriter(to);
        output.WriteLine(input.ReadLine());
        while (taken < most && input.ReadLine() is { } line)
        {
            output.WriteLine(line);
            taken++;
        }

        return taken;
    }
}
