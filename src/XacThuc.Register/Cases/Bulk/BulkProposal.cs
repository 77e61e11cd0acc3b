using System.Text.Json;

namespace XacThuc.Register.Cases.Bulk;

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>Waits for a second officer.</summary>
    Open = 1,

    /// <summary>Approved: a job carries it out.</summary>
    Approved = 2,

    /// <summary>Refused.</summary>
    Refused = 3,
}

/// <summary>Cases of one reason that one officer wants to release together; a second officer approves.</summary>
public sealed class BulkProposal
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Their reason codes, joined.</summary>
    public required string ReasonKey { get; init; }

    /// <summary>The commune; empty for all of the officer's.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>The hamlet; empty for all.</summary>
    public required string Hamlet { get; init; }

    /// <summary>Path of the proposer's place: who may see and approve it.</summary>
    public required string Path { get; init; }

    /// <summary>The cases as they were previewed: id and version of each, JSON.</summary>
    public required string Cases { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }

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

    /// <summary>The cases of a proposal as it keeps them.</summary>
    internal static ProposedCase[] Read(string cases) => JsonSerializer.Deserialize<ProposedCase[]>(cases, JsonSerializerOptions.Web)!;
}

/// <summary>A case of a proposal, in the version that was previewed.</summary>
internal sealed record ProposedCase(long Id, int Version);
