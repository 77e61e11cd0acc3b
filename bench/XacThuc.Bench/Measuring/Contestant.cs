namespace XacThuc.Bench.Measuring;

/// <summary>One program in a comparison: how to start it, and where its output lies.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Results">The results it writes; null when it writes none.</param>
/// <param name="Suggestions">The suggestions it writes; null when it writes none.</param>
internal sealed record Contestant(
    string Name, string Program, string[] Arguments, string? Results = null, string? Suggestions = null)
{
    /// <summary>Cost outside the process, as of a database server: CPU seconds so far.</summary>
    public Func<double>? CpuElsewhere { get; init; }

    /// <summary>Whether the memory it holds lies in another process and is not known.</summary>
    public bool IsMemoryElsewhere { get; init; }
}
