namespace XacThuc.Bench.Single;

/// <summary>How long single calls take, in microseconds.</summary>
internal sealed record Percentiles(double Median, double NinetyNinth, double NineHundredNinetyNinth)
{
    public static Percentiles Of(long[] ticks)
    {
        Array.Sort(ticks);
        return new Percentiles(At(ticks, 0.5), At(ticks, 0.99), At(ticks, 0.999));
    }

    public Dictionary<string, double> Figures() => new(StringComparer.Ordinal)
    {
        ["median_microseconds"] = Median,
        ["percentile_99_microseconds"] = NinetyNinth,
        ["percentile_99_9_microseconds"] = NineHundredNinetyNinth,
    };

    private static double At(long[] sorted, double share) =>
        sorted[Math.Min((int)(sorted.Length * share), sorted.Length - 1)] * 1e6 / System.Diagnostics.Stopwatch.Frequency;
}
