namespace XacThuc.Bench.Measuring;

/// <summary>The best of the runs of one contestant.</summary>
internal sealed record Standing(Contestant Contestant, Measured Best, string? Failure);

/// <summary>Runs contestants in turn, so that what disturbs the machine disturbs all, and keeps the best of each.</summary>
internal static class Contest
{
    public static List<Standing> Run(IReadOnlyList<Contestant> contestants, int runs)
    {
        var standings = new Dictionary<string, Standing>(StringComparer.Ordinal);
        for (var run = 1; run <= runs; run++)
        {
            foreach (var contestant in contestants)
            {
                if (standings.TryGetValue(contestant.Name, out var known) && known.Failure is not null) continue;
                Console.Error.WriteLine($"[{run}/{runs}] {contestant.Name} ...");
                var standing = RunOne(contestant);
                if (known is null || standing.Failure is not null || standing.Best.WallSeconds < known.Best.WallSeconds)
                    standings[contestant.Name] = standing;
            }
        }

        return [.. contestants.Select(contestant => standings[contestant.Name])];
    }

    public static Standing RunOne(Contestant contestant)
    {
        if (contestant.Results is { } results) File.Delete(results);
        if (contestant.Suggestions is { } suggestions) File.Delete(suggestions);
        var before = contestant.CpuElsewhere?.Invoke() ?? 0;
        var measured = ChildProcess.Run(contestant.Program, contestant.Arguments);
        var elsewhere = (contestant.CpuElsewhere?.Invoke() ?? 0) - before;
        measured = measured with
        {
            CpuSeconds = measured.CpuSeconds + elsewhere,
            PeakMegabytes = contestant.IsMemoryElsewhere ? double.NaN : measured.PeakMegabytes,
        };
        var failure = measured.ExitCode == 0 ? null : $"ended with code {measured.ExitCode}: {Telling(measured.Said)}";
        return new Standing(contestant, measured, failure);
    }

    // The line of an exception says more than the last one of its trace.
    private static string Telling(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.Find(lines, line => line.StartsWith("Unhandled exception", StringComparison.Ordinal))
            ?? lines.LastOrDefault("it said nothing");
    }
}
