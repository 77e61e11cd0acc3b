using System.CommandLine;
using System.Diagnostics;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Weighing;
using XacThuc.Matching.Weighing.Fitting;

namespace XacThuc.Bench.Single;

/// <summary>Warm single calls through the library, each by its own clock.</summary>
internal static class SingleCommand
{
    private const int Warm = 20_000, Top = 5;

    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 1_000_000 };
        var lookups = new Option<int>("--look-ups") { DefaultValueFactory = _ => 500_000 };
        var suggestions = new Option<int>("--suggestions") { DefaultValueFactory = _ => 5_000 };
        var data = new Option<string?>("--data") { Description = "Folder with register.csv and records.csv" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var json = new Option<string?>("--json") { Description = "Write the figures to this file as well" };
        var engine = Engine.Option();
        var command = new Command("single", "Warm single look-ups and suggestions through the library")
        {
            people, lookups, suggestions, data, seed, json, engine,
        };
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(people);
            var given = parsed.GetValue(data) is { } folder && File.Exists(Path.Combine(folder, "register.csv"))
                ? new BenchData(Path.GetFullPath(folder))
                : BenchData.Get(
                    Engine.Find(parsed.GetValue(engine)), parsed.GetValue(data), count, count * 8 / 10,
                    parsed.GetValue(seed), "ordinary");
            Run(given, parsed.GetValue(lookups), parsed.GetValue(suggestions), parsed.GetValue(json));
        });
        return command;
    }

    private static void Run(BenchData data, int lookups, int suggestions, string? json)
    {
        using var index = PopulationIndex.Build(GivenRows.People(data.Register));
        var records = GivenRows.Records(data.Records).ToArray();
        // The order of the file must not help the caches.
        new Random(1).Shuffle(records);

        using var authenticator = new Authenticator(index, GivenRows.Today);
        var wrong = records.Where(record => authenticator.Authenticate(record).Status != RecordStatus.Matched).ToArray();
        var lookup = TimeLookups(authenticator, records, lookups);
        var engine = new SuggestionEngine(index, GivenRows.Today);
        engine.Fit(SampleOf(wrong));
        using var suggester = engine.NewSuggester();
        var suggestion = TimeSuggestions(suggester, wrong, suggestions);
        Show(data, index.Facts.People, lookup, suggestion, json);
    }

    private static Percentiles TimeLookups(Authenticator authenticator, WrittenRecord[] records, int count)
    {
        for (var i = 0; i < Warm; i++) authenticator.Authenticate(records[i % records.Length]);
        var ticks = new long[count];
        for (var i = 0; i < count; i++)
        {
            var record = records[(i + Warm) % records.Length];
            var start = Stopwatch.GetTimestamp();
            authenticator.Authenticate(record);
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        return Percentiles.Of(ticks);
    }

    private static Percentiles TimeSuggestions(Suggester suggester, WrittenRecord[] wrong, int count)
    {
        if (wrong.Length == 0) throw new Refused("All records are matched: there is nothing to suggest.");
        var ticks = new long[count];
        for (var i = -count / 5; i < count; i++)
        {
            var record = wrong[(i + count) % wrong.Length];
            var start = Stopwatch.GetTimestamp();
            suggester.Explain(record, Top);
            if (i >= 0) ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        return Percentiles.Of(ticks);
    }

    private static unsafe RecordSample SampleOf(WrittenRecord[] wrong)
    {
        var laid = new LaidOut([.. wrong.Take(SuggestionEngine.SampleSize)]);
        var sample = new RecordSample();
        fixed (byte* text = laid.Text)
        {
            for (var i = 0; i < laid.Count; i++)
                sample.Add(i, text, laid.Places.AsSpan(i * RecordFields.Count, RecordFields.Count));
        }

        return sample;
    }

    private static void Show(BenchData data, long people, Percentiles lookup, Percentiles suggestion, string? json)
    {
        var machine = MachineFacts.Now();
        var table = new PlainTable("warm single call, microseconds", "median", "99 %", "99.9 %");
        var rows = new List<BenchRow>();
        foreach (var (name, times) in new[] { ("look-up and comparison", lookup), ("suggestions with explanation", suggestion) })
        {
            table.Add(
                name, StandingCells.Number(times.Median, "0.00"), StandingCells.Number(times.NinetyNinth, "0.00"),
                StandingCells.Number(times.NineHundredNinetyNinth, "0.00"));
            rows.Add(new BenchRow(name, null, null, null, null, null) { Figures = times.Figures() });
        }

        Console.WriteLine($"{people} people; {data.Folder}; {machine}");
        Console.WriteLine();
        Console.WriteLine(table);
        new BenchReport("single", machine, new(StringComparer.Ordinal) { ["people"] = $"{people}" }, rows).Write(json);
    }
}
