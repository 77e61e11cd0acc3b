namespace XacThuc.Platform.Feedback;

/// <summary>A dose as the citizen declares it from the paper.</summary>
public sealed class ReportedDose
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The case.</summary>
    public required long CaseId { get; set; }

    /// <summary>Its place on the form, from 1.</summary>
    public required int Nth { get; init; }

    /// <summary>Which dose, as written.</summary>
    public required string Number { get; init; }

    /// <summary>The vaccine: a code of the catalogue, or what was written.</summary>
    public required string Vaccine { get; init; }

    /// <summary>The lot as written.</summary>
    public required string Lot { get; init; }

    /// <summary>The day as written.</summary>
    public required string GivenOn { get; init; }

    /// <summary>Where, as written.</summary>
    public required string Facility { get; init; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ReportedDose);
}
