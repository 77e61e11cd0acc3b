namespace XacThuc.Platform.Portal;

/// <summary>How often citizens may do what costs money or could be guessed.</summary>
internal sealed record PortalLimits
{
    /// <summary>Codes sent to one phone within an hour.</summary>
    public int CodesOfPhone { get; init; } = 3;

    /// <summary>Codes asked for from one network address within an hour: a village may share one.</summary>
    public int CodesOfAddress { get; init; } = 30;

    /// <summary>Forms with photos from one network address within an hour: each costs the house as much as hundreds of pages.</summary>
    public int PhotosOfAddress { get; init; } = 60;

    /// <summary>Wrong or right, tries to see where a registration stands from one address within an hour.</summary>
    public int LooksOfAddress { get; init; } = 60;

    /// <summary>Times that one number or phone is asked for within an hour, by whomever.</summary>
    public int AsksOfOne { get; init; } = 10;

    /// <summary>Times that a citizen has one record authenticated again within an hour.</summary>
    public int ChecksOfRecord { get; init; } = 3;

    /// <summary>Tries of one code.</summary>
    public int TriesOfCode { get; init; } = 5;

    /// <summary>How long a code may be used.</summary>
    public TimeSpan CodeLives { get; init; } = TimeSpan.FromMinutes(10);
}
