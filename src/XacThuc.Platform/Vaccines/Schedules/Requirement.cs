namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>What is asked on one day of a dose of one product and number, for one person with the doses before.</summary>
internal readonly record struct Requirement
{
    /// <summary>What the dose is for; null when the series knows no dose of this number on that day.</summary>
    public DoseRole? Role { get; init; }

    /// <summary>How many doses the series knows on that day.</summary>
    public int Most { get; init; }

    /// <summary>How long after the dose before; null for the first, and where no rule says.</summary>
    public Spacing? After { get; init; }

    /// <summary>The age from which it may be given.</summary>
    public Interval Least { get; init; }

    /// <summary>The age from which it may no longer.</summary>
    public Interval? Below { get; init; }

    /// <summary>Whether it is another product than the dose before.</summary>
    public bool Mixes { get; init; }

    /// <summary>Whether a rule lets this product be this dose after the one before.</summary>
    public bool MayFollow { get; init; }

    /// <summary>Whether that rule wants consent in writing.</summary>
    public bool NeedsConsent { get; init; }
}
