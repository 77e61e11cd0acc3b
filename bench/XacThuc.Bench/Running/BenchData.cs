namespace XacThuc.Bench.Running;

/// <summary>A folder with a register and records, generated when they are not there.</summary>
internal sealed record BenchData(string Folder)
{
    public string Register => Path.Combine(Folder, "register.csv");

    public string Records => Path.Combine(Folder, "records.csv");

    public string Truth => Path.Combine(Folder, "truth.csv");

    public bool HasTruth => File.Exists(Truth);

    public string In(string name) => Path.Combine(Folder, name);

    /// <summary>Where a run's own files go: the folder of the data may be read-only or shared.</summary>
    public static string WorkFolder()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"xacthuc-bench-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>The data in a named folder, or generated data in a folder that is kept for the next time.</summary>
    public static BenchData Get(Engine engine, string? named, long people, long records, int seed, string damage)
    {
        var folder = named ?? Path.Combine(
            Path.GetTempPath(), "xacthuc-bench-data", $"{people}-{records}-{seed}-{damage}");
        var data = new BenchData(Path.GetFullPath(folder));
        if (File.Exists(data.Register) && File.Exists(data.Records)) return data;

        Directory.CreateDirectory(data.Folder);
        engine.Run(
            "sample", "--out", data.Folder, "--people", $"{people}", "--records", $"{records}", "--seed", $"{seed}",
            "--place", "nation", "--damage", damage);
        return data;
    }
}
