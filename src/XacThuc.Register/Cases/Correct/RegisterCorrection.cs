using XacThuc.Register.Cases.Bulk;

namespace XacThuc.Register.Cases.Correct;

/// <summary>
/// A proposal to change somebody in the register, with the paper it rests on. A second officer approves; until then nothing
/// changes. What was there before is kept.
/// </summary>
public sealed class RegisterCorrection
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The case in which it came up.</summary>
    public required long CaseId { get; init; }

    /// <summary>Key of the person.</summary>
    public required long PersonKey { get; init; }

    /// <summary>Path of the proposer's place.</summary>
    public required string Path { get; init; }

    /// <summary>Name before.</summary>
    public required string WasName { get; init; }

    /// <summary>Sex before: Nam, Nữ or empty.</summary>
    public required string WasSex { get; init; }

    /// <summary>Date of birth before, as shown.</summary>
    public required string WasDate { get; init; }

    /// <summary>Name to be.</summary>
    public required string FullName { get; init; }

    /// <summary>Sex to be.</summary>
    public required string Sex { get; init; }

    /// <summary>Date of birth to be, as shown.</summary>
    public required string DateOfBirth { get; init; }

    /// <summary>The paper it rests on.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>The second officer.</summary>
    public string? LookedAtBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? LookedAtAt { get; set; }

    /// <summary>Where it stands.</summary>
    public required ProposalState State { get; set; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(RegisterCorrection);
}
