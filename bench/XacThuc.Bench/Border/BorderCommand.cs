using System.CommandLine;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;
using XacThuc.Bench.Single;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using XacThuc.Testing.Houses;

namespace XacThuc.Bench.Border;

/// <summary>What crosses the border in a second, both houses in this process, without the work behind it.</summary>
internal static class BorderCommand
{
    private const int BatchRows = 5_000;

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 5 };
        var askers = new Option<int>("--askers") { DefaultValueFactory = _ => 32 };
        var json = new Option<string?>("--json") { Description = "Write the figures to this file as well" };
        var command = new Command("border", "Questions and batches over the border: signed, unsigned") { seconds, askers, json };
        command.SetAction(parsed => Run(parsed.GetValue(seconds), parsed.GetValue(askers), parsed.GetValue(json)));
        return command;
    }

    private static async Task Run(int seconds, int askers, string? json)
    {
        var machine = MachineFacts.Now();
        var table = new PlainTable($"over the border, {askers} at once", "a second", "median us", "99 % us", "CPU us each", "gen 2");
        var rows = new List<BenchRow>();
        foreach (var isSigned in (bool[])[true, false])
        {
            await using var border = await BenchBorder.Open(isSigned);
            var name = isSigned ? "signed" : "unsigned";
            foreach (var (kind, work, factor, at) in ((string, Func<int, Task>, int, int)[])
            [
                ("questions", border.Ask, 1, askers), ("one at a time", border.Ask, 1, 1), ("batch rows", border.AskBatch, BatchRows, 2),
            ])
            {
                await Load(work, 2, at);
                var (before, used, watch) = (GC.CollectionCount(2), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
                var ticks = await Load(work, seconds, at);
                var rate = ticks.Length * (double)factor / watch.Elapsed.TotalSeconds;
                // What else the machine does slows the clock, not this.
                var cpu = (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / (ticks.Length * (double)factor);
                var times = Percentiles.Of(ticks);
                table.Add(
                    $"{name} {kind}", StandingCells.Number(rate, "0"), StandingCells.Number(times.Median, "0"),
                    StandingCells.Number(times.NinetyNinth, "0"), StandingCells.Number(cpu, "0.0"),
                    $"{GC.CollectionCount(2) - before}");
                rows.Add(new BenchRow($"{name} {kind}", null, null, null, null, null) { Figures = times.Figures() });
            }
        }

        Console.WriteLine(machine);
        Console.WriteLine();
        Console.WriteLine(table);
        new BenchReport("border", machine, new(StringComparer.Ordinal) { ["askers"] = $"{askers}" }, rows).Write(json);
    }

    private static async Task<long[]> Load(Func<int, Task> work, int seconds, int askers)
    {
        var until = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        var number = 0;
        var all = await Task.WhenAll(Enumerable.Range(0, askers).Select(_ => Task.Run(async () =>
        {
            var ticks = new List<long>();
            while (Stopwatch.GetTimestamp() is var start && start < until)
            {
                await work(Interlocked.Increment(ref number));
                ticks.Add(Stopwatch.GetTimestamp() - start);
            }

            return ticks;
        })));
        return [.. all.SelectMany(ticks => ticks)];
    }

    /// <summary>Two houses and the way between them.</summary>
    private sealed class BenchBorder(DirectoryInfo folder, WebApplication asking, WebApplication answering) : IAsyncDisposable
    {
        private readonly BorderClient _client = asking.Services.GetRequiredService<BorderClient>();
        private readonly WrittenRow[] _batch = [.. Enumerable.Range(0, BatchRows).Select(BenchHouse.Row)];

        public static async Task<BenchBorder> Open(bool isSigned)
        {
            var folder = Directory.CreateTempSubdirectory("xt-bench-border-");
            var (one, other) = (FreePort.Take(), FreePort.Take());
            BorderKeys.CreateForSample(Path.Combine(folder.FullName, "asking"), Path.Combine(folder.FullName, "answering"));
            return new BenchBorder(
                folder, await BenchHouse.Start("asking", folder.FullName, one, other, isSigned),
                await BenchHouse.Start("answering", folder.FullName, other, one, isSigned));
        }

        public async Task Ask(int number) => Believe(await _client.Ask<AuthenticateRecord, RowVerdict>(
            new AuthenticateRecord("TYT-06226", "tram", BenchHouse.Row(number)), Guid.NewGuid(), default));

        public async Task AskBatch(int number) => Believe(await _client.Ask<AuthenticateBatch, BatchVerdicts>(
            new AuthenticateBatch($"run-{number}", "TYT-06226", _batch), Guid.NewGuid(), default));

        public async ValueTask DisposeAsync()
        {
            await asking.DisposeAsync();
            await answering.DisposeAsync();
            folder.Delete(recursive: true);
        }

        private static void Believe<T>(BorderAnswer<T> answer) => answer.Match(
            _ => true, (code, sentence) => throw new Refused($"{code}: {sentence}"), sentence => throw new Refused(sentence.ToString()));
    }
}
