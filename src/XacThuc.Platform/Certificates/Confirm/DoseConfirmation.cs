using XacThuc.Platform.Signed;

namespace XacThuc.Platform.Certificates.Confirm;

/// <summary>
/// Doses that came from elsewhere, of people whose records are right, drawn up as a list, <see cref="ConfirmedDoses"/>, for whoever answers for them (9438): the
/// commune's chairman or the facility's head.
/// </summary>
public sealed class DoseConfirmation : SignedDocument
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Its number, the same on paper: <c>XN-TYT-06226-2026-001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The unit whose records they are.</summary>
    public required long UnitId { get; init; }

    /// <summary>How many doses.</summary>
    public required int Doses { get; init; }

    /// <summary>Who drew it up.</summary>
    public required string DrawnBy { get; init; }

    /// <summary>Rises with each change: it is signed once.</summary>
    public int Version { get; set; }
}
