using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Single;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using AskingHouse = XacThuc.Bench.Border.BenchHouse;

namespace XacThuc.Bench.Houses;

/// <summary>
/// Single authentications over the signed border, answered by the police house itself: compared, counted against guessing,
/// written into the audit. Both houses in this process.
/// </summary>
internal static class HouseBorderCommand
{
    private const double Asked = 10_000, AskedMilliseconds = 50;

    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 100_000 };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 8 };
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server; a SQLite file without it" };
        var engine = Engine.Option();
        var command = new Command("house-border", "Single authentications over the signed border, audited") { people, seconds, postgres, engine };
        command.SetAction(parsed => Run(
            Engine.Find(parsed.GetValue(engine)), parsed.GetValue(people), parsed.GetValue(seconds), parsed.GetValue(postgres)));
        return command;
    }

    private static async Task Run(Engine engine, long people, int seconds, string? postgres)
    {
        var data = BenchData.Get(engine, null, people, 1000, 1, "ordinary");
        var folder = Directory.CreateTempSubdirectory("xacthuc-bench-asking-");
        await using var police = await BenchHouse.Start(
            postgres, prepare: own => BorderKeys.CreateForSample(Path.Combine(folder.FullName, "platform"), own));
        await police.Import(data.Register);
        var port = police.Address.Port;
        await using var health = await AskingHouse.Start("platform", folder.FullName, port + 1, port, isSigned: true);
        var border = health.Services.GetRequiredService<BorderClient>();
        WrittenRow[] rows = [.. GivenRows.People(data.Register).Take(1000).Select((person, i) => new WrittenRow(
            $"r{i}", 1, person.FullName, person.Sex, person.DateOfBirth, person.PersonalId, person.CommuneCode))];

        var machine = MachineFacts.Now();
        var table = new PlainTable(
            $"signed, compared and audited, {(postgres is null ? "SQLite" : "PostgreSQL")}", "a second", "times the 10,000 asked", "median ms", "99 % ms", "of the 50 asked", "CPU us each");
        foreach (var askers in (int[])[1, 32, 128])
        {
            await Load(border, rows, 3, askers);
            var (used, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            var ticks = await Load(border, rows, seconds, askers);
            var rate = ticks.Length / watch.Elapsed.TotalSeconds;
            var cpu = (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / ticks.Length;
            var times = Percentiles.Of(ticks);
            table.Add(
                $"{askers} at once", StandingCells.Number(rate, "0"), StandingCells.Number(rate / Asked, "0.00"),
                StandingCells.Number(times.Median / 1000, "0.00"), StandingCells.Number(times.NinetyNinth / 1000, "0.00"),
                StandingCells.Number(times.NinetyNinth / 1000 / AskedMilliseconds, "0.00"), StandingCells.Number(cpu, "0.0"));
        }

        Console.WriteLine(machine);
        Console.WriteLine();
        Console.WriteLine(table);
        folder.Delete(recursive: true);
    }

    private static async Task<long[]> Load(BorderClient border, WrittenRow[] rows, int seconds, int askers)
    {
        var until = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        var next = 0;
        var all = await Task.WhenAll(Enumerable.Range(0, askers).Select(_ => Task.Run(async () =>
        {
            var ticks = new List<long>();
            while (Stopwatch.GetTimestamp() is var start && start < until)
            {
                var row = rows[Interlocked.Increment(ref next) % rows.Length];
                var answer = await border.Ask<AuthenticateRecord, RowVerdict>(new AuthenticateRecord("TYT-06226", "tram", row), Guid.NewGuid(), default);
                answer.Match(_ => true, (code, sentence) => throw new Refused($"{code}: {sentence}"), sentence => throw new Refused(sentence.ToString()));
                ticks.Add(Stopwatch.GetTimestamp() - start);
            }

            return ticks;
        })));
        return [.. all.SelectMany(ticks => ticks)];
    }
}
