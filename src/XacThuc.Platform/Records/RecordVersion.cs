using XacThuc.Matching;

namespace XacThuc.Platform.Records;

/// <summary>Why a version of a record ended.</summary>
public enum ChangeKind
{
    /// <summary>A person corrected it.</summary>
    Corrected = 1,

    /// <summary>A file brought other values for the same record.</summary>
    BroughtAgain = 2,

    /// <summary>A person took over what an officer released.</summary>
    Released = 3,

    /// <summary>A cleaning list signed by the police was applied.</summary>
    Cleaned = 4,
}

/// <summary>A version of a record that another has replaced, and who replaced it, when and why.</summary>
public sealed class RecordVersion
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>Which version it was.</summary>
    public required int Version { get; init; }

    /// <summary>Full name as it was written.</summary>
    public required string FullName { get; init; }

    /// <summary>Sex likewise.</summary>
    public required string Sex { get; init; }

    /// <summary>Date of birth likewise.</summary>
    public required string DateOfBirth { get; init; }

    /// <summary>Number likewise.</summary>
    public required string IdNumber { get; init; }

    /// <summary>Commune likewise.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Who ended it.</summary>
    public required string EndedBy { get; init; }

    /// <summary>On behalf of which unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public required string Reason { get; init; }

    /// <summary>Its fields as they were written.</summary>
    public WrittenRecord Written => new(FullName, Sex, DateOfBirth, IdNumber, CommuneCode);

    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(RecordVersion);
}
