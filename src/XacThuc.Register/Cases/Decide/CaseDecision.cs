using XacThuc.Exchange.Messages;

namespace XacThuc.Register.Cases.Decide;

/// <summary>Where a decision stands.</summary>
public enum DecisionState
{
    /// <summary>Waits for a second officer.</summary>
    Proposed = 1,

    /// <summary>Made; on its way to the health side, or there.</summary>
    Made = 2,

    /// <summary>Taken back before it was sent.</summary>
    Undone = 3,

    /// <summary>The second officer refused it.</summary>
    Refused = 4,
}

/// <summary>What an officer decided of a case, kept for ever.</summary>
public sealed class CaseDecision
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>The version of the record that was looked at.</summary>
    public required int Version { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The person it is, where one was chosen: the personal id as a number.</summary>
    public long? PersonalId { get; init; }

    /// <summary>Names of the fields whose values were released, a space between.</summary>
    public required string Fields { get; init; }

    /// <summary>A word to the health unit.</summary>
    public required string Note { get; init; }

    /// <summary>The bulk proposal it came from.</summary>
    public long? ProposalId { get; init; }

    /// <summary>Who.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The border message that carries it.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Where it stands.</summary>
    public required DecisionState State { get; set; }
}
