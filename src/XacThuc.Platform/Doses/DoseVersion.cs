using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses;

/// <summary>A dose as it was before it was changed. Nothing is overwritten without a trace.</summary>
public sealed class DoseVersion
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The dose.</summary>
    public required long DoseId { get; init; }

    /// <summary>Which version ended.</summary>
    public required int Version { get; init; }

    /// <summary>The record it belonged to.</summary>
    public required long RecordId { get; init; }

    /// <summary>Its number in the series.</summary>
    public required int Number { get; init; }

    /// <summary>The product's code.</summary>
    public required string Product { get; init; }

    /// <summary>The lot's number.</summary>
    public required string Lot { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>What it was to the record.</summary>
    public required DoseState State { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Who ended it.</summary>
    public required string EndedBy { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The dose as it is now, before an act changes it; the dose counts on.</summary>
    internal static DoseVersion End(Dose dose, Act act) => new()
    {
        DoseId = dose.Id,
        Version = dose.Version++,
        RecordId = dose.RecordId,
        Number = dose.Number,
        Product = dose.Product,
        Lot = dose.Lot,
        GivenOn = dose.GivenOn,
        State = dose.State,
        EndedAt = act.At,
        EndedBy = act.By.Name,
        Reason = act.Reason,
    };
}
