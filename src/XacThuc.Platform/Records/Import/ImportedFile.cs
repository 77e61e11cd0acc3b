namespace XacThuc.Platform.Records.Import;

/// <summary>A file that somebody brought, kept as it came.</summary>
public sealed class ImportedFile
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The unit that brought it.</summary>
    public required long UnitId { get; init; }

    /// <summary>Its name on the user's disk, made harmless; only ever shown.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the house's folder, of our making.</summary>
    public required string Stored { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Who brought it.</summary>
    public required string BroughtBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset BroughtAt { get; init; }

    /// <summary>Whether rows with a field that cannot be read wait for a person; otherwise they become records as they are.</summary>
    public required bool KeepsDoubtful { get; set; }

    /// <summary>Which column serves for what, where a person said so; JSON.</summary>
    public string? Columns { get; set; }

    /// <summary>The job that reads it; none while the person still looks at the preview.</summary>
    public long? JobId { get; set; }

    /// <summary>The file's kind of ids, its font and what else was told of the whole file; JSON of sentences in both languages.</summary>
    public string Notes { get; set; } = "[]";
}
