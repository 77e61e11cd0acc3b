using XacThuc.Exchange.Messages;
using XacThuc.Matching;

namespace XacThuc.Platform.Authentication.Decisions;

/// <summary>Where a decision stands on this side.</summary>
public enum DecisionState
{
    /// <summary>Waits for the health unit.</summary>
    Open = 1,

    /// <summary>The health unit took it over, or did what it asks.</summary>
    Done = 2,

    /// <summary>The record had changed already: it says nothing of it any more.</summary>
    Void = 3,
}

/// <summary>What an officer decided of a record: the only place where this house holds values of the register.</summary>
public sealed class RecordDecision
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The police side's number of the case.</summary>
    public required long CaseId { get; init; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>Its unit, at the time.</summary>
    public required long UnitId { get; init; }

    /// <summary>The version that was decided on.</summary>
    public required int Version { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>Released name, where it differs.</summary>
    public string? FullName { get; init; }

    /// <summary>Released sex, likewise.</summary>
    public string? Sex { get; init; }

    /// <summary>Released date of birth, likewise.</summary>
    public string? DateOfBirth { get; init; }

    /// <summary>Released number, likewise.</summary>
    public string? IdNumber { get; init; }

    /// <summary>The officer's word to the unit.</summary>
    public required string Note { get; init; }

    /// <summary>The police unit.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset CameAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required DecisionState State { get; set; }

    /// <summary>The record as the officer says it should read.</summary>
    public WrittenRecord Over(WrittenRecord written) => new(
        FullName ?? written.FullName, Sex ?? written.Sex, DateOfBirth ?? written.DateOfBirth, IdNumber ?? written.IdNumber,
        written.CommuneCode);

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(RecordDecision);
}
