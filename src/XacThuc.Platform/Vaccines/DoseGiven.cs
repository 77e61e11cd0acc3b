namespace XacThuc.Platform.Vaccines;

/// <summary>A dose that was given or is proposed, with its number against the disease, from 1.</summary>
internal readonly record struct DoseGiven(ProductCode Product, DateOnly Day, int Number);

/// <summary>What a dose is for.</summary>
internal enum DoseRole
{
    /// <summary>Of the primary series (liều cơ bản).</summary>
    Primary,

    /// <summary>Completes the primary series of somebody whom it does not protect enough (liều bổ sung).</summary>
    Additional,

    /// <summary>Refreshes a complete series (liều nhắc lại).</summary>
    Booster,
}
