namespace XacThuc.Bench.Measuring;

/// <summary>What one run of a whole process took.</summary>
/// <param name="WallSeconds">From before its start to after its end.</param>
/// <param name="CpuSeconds">User and system, its own children included.</param>
/// <param name="PeakMegabytes">The most memory it held at once, in MiB.</param>
/// <param name="ExitCode">0 when it did its work.</param>
/// <param name="Said">What it wrote to its two streams.</param>
internal sealed record Measured(
    double WallSeconds, double CpuSeconds, double PeakMegabytes, int ExitCode, string Said);
