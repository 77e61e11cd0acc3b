namespace XacThuc.Register.Population.Import;

/// <summary>What became of the rows of a file.</summary>
/// <param name="Read">Rows read, good and bad.</param>
/// <param name="Added">People who were not there.</param>
/// <param name="Changed">People of whom something changed.</param>
/// <param name="Same">Rows that say what the register says already.</param>
/// <param name="Problems">Things to tell; a row may have several, or be good all the same.</param>
public sealed record ImportCounts(long Read, long Added, long Changed, long Same, long Problems)
{
    /// <summary>Nothing yet.</summary>
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static ImportCounts operator +(ImportCounts left, ImportCounts right) => new(
        left.Read + right.Read, left.Added + right.Added, left.Changed + right.Changed, left.Same + right.Same,
        left.Problems + right.Problems);

    /// <summary>By name, as a job tells them.</summary>
    public IReadOnlyDictionary<string, long> ByName => new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["read"] = Read,
        ["added"] = Added,
        ["changed"] = Changed,
        ["same"] = Same,
        ["problems"] = Problems,
    };
}

/// <summary>What of a file is done: so many rows from its beginning, and what became of them.</summary>
/// <param name="Rows">Rows done.</param>
/// <param name="Counts">What became of them.</param>
/// <param name="IsWhole">Whether the rows kept aside until the end are done too.</param>
public sealed record ImportCheckpoint(long Rows, ImportCounts Counts, bool IsWhole = false);
