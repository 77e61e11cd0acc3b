using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Nation;

/// <summary>The stages of a nation's run and what each took.</summary>
internal sealed class NationStages
{
    private readonly List<(string Name, long Count, string Of, Measured Run)> _stages = [];

    /// <summary>Bytes of the packed index.</summary>
    public long Size { get; set; }

    public void Add(string name, long count, string of, Measured run)
    {
        _stages.Add((name, count, of, run));
        Console.Error.WriteLine($"{name}: {run.WallSeconds:F1} s, peak {run.PeakMegabytes:F0} MiB");
    }

    public void Show(BenchData data, long people, long records, string? json)
    {
        var machine = MachineFacts.Now();
        var table = new PlainTable("stage", "wall s", "CPU s", "peak MiB", "a second", "of");
        var rows = new List<BenchRow>();
        foreach (var (name, count, of, run) in _stages)
        {
            table.Add(
                name, StandingCells.Number(run.WallSeconds, "0.00"), StandingCells.Number(run.CpuSeconds, "0.0"),
                StandingCells.Number(run.PeakMegabytes, "0"), StandingCells.Number(count / run.WallSeconds, "#,0"), of);
            rows.Add(new BenchRow(name, run.WallSeconds, run.CpuSeconds, run.PeakMegabytes, null, null)
            {
                Figures = new(StringComparer.Ordinal) { ["count"] = count, ["per_second"] = count / run.WallSeconds },
            });
        }

        Console.WriteLine($"{people} people, {records} records; {data.Folder}; {machine}");
        Console.WriteLine();
        Console.WriteLine(table);
        Console.WriteLine($"Packed index: {Size / (double)(1 << 30):F2} GiB, {Size / (double)people:F1} bytes a person");
        Console.WriteLine($"Authentication takes {Ratio():F1} times the limit.");
        var setting = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["people"] = $"{people}",
            ["records"] = $"{records}",
            ["index_bytes"] = $"{Size}",
        };
        new BenchReport("nation", machine, setting, rows).Write(json);
    }

    private double Ratio() => Wall("authenticate from") / Wall("limit");

    private double Wall(string start) =>
        _stages.Find(stage => stage.Name.StartsWith(start, StringComparison.Ordinal)).Run.WallSeconds;
}
