namespace XacThuc.Platform.Lists.Bring;

/// <summary>A file that was brought to a list, kept as it came.</summary>
public sealed class ListFile
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The list.</summary>
    public required long ListId { get; init; }

    /// <summary>Its name on the user's disk, made harmless.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the house's folder.</summary>
    public required string Stored { get; init; }

    /// <summary>The school, firm or agency that handed it in; empty where it is the unit's own.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Who brought it.</summary>
    public required string BroughtBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset BroughtAt { get; init; }

    /// <summary>When its people were put on the list; none while a person must say more of its columns.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>How many people it added.</summary>
    public int Added { get; set; }

    /// <summary>How many of its rows stood on the list already.</summary>
    public int Known { get; set; }

    /// <summary>What was told of the whole file; JSON of <see cref="Records.Import.FileNote"/>.</summary>
    public string Notes { get; set; } = "[]";
}
