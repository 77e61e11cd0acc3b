using System.Globalization;
using XacThuc.Bench.Measuring;

namespace XacThuc.Bench.Running;

/// <summary>Standings as cells of a table and rows of JSON.</summary>
internal static class StandingCells
{
    /// <summary>Name, wall, CPU and peak.</summary>
    public static string[] Of(Standing standing) => standing.Failure is null
        ? [
            standing.Contestant.Name, Number(standing.Best.WallSeconds, "0.000"), Number(standing.Best.CpuSeconds, "0.00"),
            Number(standing.Best.PeakMegabytes, "0"),
        ]
        : [standing.Contestant.Name, "failed", "", ""];

    /// <summary>How many times as long as one of ours.</summary>
    public static string Ratio(Standing standing, List<Standing> all, string ours) =>
        Times(standing, all, ours) is { } times ? times.ToString("0.00", CultureInfo.InvariantCulture) : "";

    public static BenchRow Row(Standing standing, List<Standing> all, string ours) => new(
        standing.Contestant.Name, standing.Failure is null ? standing.Best.WallSeconds : null,
        standing.Failure is null ? standing.Best.CpuSeconds : null,
        standing.Failure is null && double.IsFinite(standing.Best.PeakMegabytes) ? standing.Best.PeakMegabytes : null,
        Times(standing, all, ours), standing.Failure);

    public static void ShowFailures(IEnumerable<Standing> standings)
    {
        foreach (var standing in standings.Where(standing => standing.Failure is not null))
            Console.WriteLine($"{standing.Contestant.Name} {standing.Failure}");
    }

    public static string Number(double value, string form) =>
        double.IsFinite(value) ? value.ToString(form, CultureInfo.InvariantCulture) : "-";

    private static double? Times(Standing standing, List<Standing> all, string ours) =>
        standing.Failure is null && all.Find(other => string.Equals(other.Contestant.Name, ours, StringComparison.Ordinal)) is { Failure: null } best
            ? standing.Best.WallSeconds / best.Best.WallSeconds
            : null;
}
