using XacThuc.Tables;

namespace XacThuc.Cli.Report;

/// <summary>What a run of <c>authenticate</c> came to: all that the report and the table at the end say.</summary>
internal sealed record RunSummary
{
    /// <summary>The register's file as the user named it.</summary>
    public required string Register { get; init; }

    /// <summary>The records' file as the user named it.</summary>
    public required string Records { get; init; }

    public required long People { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public required string EngineVersion { get; init; }

    /// <summary>The merged counts of all workers; nobody adds to them any more.</summary>
    public required RunTally Counts { get; init; }

    /// <summary>Whether suggestions were asked for.</summary>
    public bool Suggested { get; init; }

    /// <summary>The first problems of the files.</summary>
    public IReadOnlyList<TableProblem> Problems { get; init; } = [];

    /// <summary>How many problems there are, those left out of <see cref="Problems"/> included.</summary>
    public long ProblemsTotal { get; init; }

    /// <summary>The name of a commune by its five-digit code, where it is known.</summary>
    public Func<string, string?> CommuneName { get; init; } = _ => null;

    public long Total => Counts.Total;

    /// <summary>Records of which nothing or not all could be compared.</summary>
    public long NotComparable => Counts[Matching.RecordStatus.Unauthenticated] + Counts[Matching.RecordStatus.Invalid];
}
