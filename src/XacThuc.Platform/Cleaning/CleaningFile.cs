namespace XacThuc.Platform.Cleaning;

/// <summary>A filled list that came back, kept as it came; its differences are shown before they are taken over.</summary>
public sealed class CleaningFile
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The list.</summary>
    public required long ListId { get; init; }

    /// <summary>Its name on the user's disk, made harmless.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the house's folder.</summary>
    public required string Stored { get; init; }

    /// <summary>SHA-256 of its bytes: the same file twice is one.</summary>
    public required string Digest { get; init; }

    /// <summary>Who brought it.</summary>
    public required string BroughtBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset BroughtAt { get; init; }

    /// <summary>Who took it over.</summary>
    public string? TakenBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>How many cells were taken over.</summary>
    public int Taken { get; set; }
}
