namespace XacThuc.Platform.Records.Import.Rows;

/// <summary>What became of the rows so far; part of the checkpoint.</summary>
internal sealed record ImportCounts(long Rows, long Added, long Changed, long Known, long Repeated, long ToFix)
{
    /// <summary>Nothing yet.</summary>
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>The same by name.</summary>
    public IReadOnlyDictionary<string, long> ByName => new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["rows"] = Rows,
        ["added"] = Added,
        ["changed"] = Changed,
        ["known"] = Known,
        ["repeated"] = Repeated,
        ["to_fix"] = ToFix,
    };
}
