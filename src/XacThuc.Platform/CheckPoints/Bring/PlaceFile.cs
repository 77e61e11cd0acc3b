namespace XacThuc.Platform.CheckPoints.Bring;

/// <summary>A file of places, kept as it came.</summary>
public sealed class PlaceFile
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The unit that brought it.</summary>
    public required long UnitId { get; init; }

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

    /// <summary>How many places were registered of it.</summary>
    public int Registered { get; set; }

    /// <summary>When the last of them were; none while nothing was.</summary>
    public DateTimeOffset? RegisteredAt { get; set; }

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }

    /// <summary>What it is to the audit.</summary>
    public string Subject => $"place_file:{Stored}";
}
