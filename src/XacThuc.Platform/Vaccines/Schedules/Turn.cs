namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>A product as somebody's dose of a number, on whatever day: what follows from the doses there are.</summary>
internal readonly record struct Turn(Vaccinee Vaccinee, Product Product, int Number)
{
    /// <summary>The dose of the highest number below.</summary>
    public required DoseGiven? Before { get; init; }

    /// <summary>The doses of the primary series.</summary>
    public required int Primary { get; init; }

    /// <summary>The rules by which this product may follow the one before, where that is another.</summary>
    public required IReadOnlyList<MixingTerm> Mixing { get; init; }

    /// <summary>Whether it is another product than the one before.</summary>
    public bool Mixes => Before is { } before && before.Product != Product.Code;
}
