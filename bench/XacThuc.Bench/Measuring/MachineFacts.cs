using System.Runtime.InteropServices;

namespace XacThuc.Bench.Measuring;

/// <summary>On what the figures were reached.</summary>
internal sealed record MachineFacts(string Processor, int Cores, double MemoryGigabytes, string System, string Runtime, string Day)
{
    public static MachineFacts Now() => new(
        Find("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30), 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd"));

    public override string ToString() =>
        $"{Processor}, {Cores} cores, {MemoryGigabytes} GiB; {System}; {Runtime}; {Day}";

    private static string? Find(string path, string key) => !File.Exists(path)
        ? null
        : File.ReadLines(path).Where(line => line.StartsWith(key, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()).FirstOrDefault();
}
