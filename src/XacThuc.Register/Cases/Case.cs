using XacThuc.Matching;

namespace XacThuc.Register.Cases;

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    /// <summary>Waits for an officer.</summary>
    Open = 1,

    /// <summary>An officer has decided.</summary>
    Decided = 2,

    /// <summary>The record is right by now: nothing is left to decide.</summary>
    Resolved = 3,

    /// <summary>What one officer proposed waits for another: nobody else works on it meanwhile.</summary>
    Proposed = 4,
}

/// <summary>A wrong record that waits for the commune police. There is one of each record; nothing of it is printed.</summary>
public sealed class Case
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The health side's reference of the record.</summary>
    public required string Ref { get; init; }

    /// <summary>Version of the record that is shown.</summary>
    public required int Version { get; set; }

    /// <summary>The health unit that has the record.</summary>
    public required string UnitCode { get; set; }

    /// <summary>The run that found it; empty where somebody waited for the answer.</summary>
    public required string Run { get; set; }

    /// <summary>The record's commune, or that of the number's owner where the record tells none.</summary>
    public required string CommuneCode { get; set; }

    /// <summary>Hamlet of the number's owner; may be empty.</summary>
    public required string Hamlet { get; set; }

    /// <summary>As typed.</summary>
    public required string FullName { get; set; }

    /// <summary>As typed.</summary>
    public required string Sex { get; set; }

    /// <summary>As typed.</summary>
    public required string DateOfBirth { get; set; }

    /// <summary>As typed.</summary>
    public required string IdNumber { get; set; }

    /// <summary>The name in the order of Vietnamese lists.</summary>
    public required string NameSort { get; set; }

    /// <summary>The name in small letters without marks.</summary>
    public required string NameSearch { get; set; }

    /// <summary>The contract's word.</summary>
    public required string Status { get; set; }

    /// <summary>The contract's words for name, sex, date of birth and number, a space between.</summary>
    public required string Verdicts { get; set; }

    /// <summary>All reasons as bits (<see cref="Matching.Reasons.Bits"/>).</summary>
    public required long Reasons { get; set; }

    /// <summary>All reason codes joined: cases of one key may be decided together.</summary>
    public required string ReasonKey { get; set; }

    /// <summary>Hash of the values: other values open the case again.</summary>
    public required long ValuesKey { get; set; }

    /// <summary>Where it stands.</summary>
    public required CaseState State { get; set; }

    /// <summary>When it was opened, or opened again.</summary>
    public required DateTimeOffset OpenedAt { get; set; }

    /// <summary>When it was decided or resolved.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The record as it was typed.</summary>
    public WrittenRecord Written => new(FullName, Sex, DateOfBirth, IdNumber, CommuneCode);

    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(Case);
}
