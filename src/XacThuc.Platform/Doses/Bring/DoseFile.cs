namespace XacThuc.Platform.Doses.Bring;

/// <summary>A file of doses given elsewhere, kept as it came.</summary>
public sealed class DoseFile
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The unit that brought it.</summary>
    public required long UnitId { get; init; }

    /// <summary>Its name on the user's disk, made harmless.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the house's folder.</summary>
    public required string Stored { get; init; }

    /// <summary>Who brought it.</summary>
    public required string BroughtBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset BroughtAt { get; init; }

    /// <summary>When its rows were taken in; none while a person must say more of its columns.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; set; }

    /// <summary>How many became doses at once.</summary>
    public int Added { get; set; }

    /// <summary>How many the unit had brought before.</summary>
    public int Known { get; set; }

    /// <summary>How many records were made for people who had none.</summary>
    public int NewRecords { get; set; }

    /// <summary>What was told of the whole file; JSON of <see cref="Records.Import.FileNote"/>.</summary>
    public string Notes { get; set; } = "[]";
}
