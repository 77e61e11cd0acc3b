namespace XacThuc.Web.Audit;

/// <summary>
/// What was done or looked at, by whom, when and why. Written in the transaction of the change; sealed into the chain of
/// hashes shortly after, in the order of sealing.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Key, in the order of writing.</summary>
    public long Id { get; private set; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string Who { get; init; }

    /// <summary>On whose behalf.</summary>
    public required string UnitCode { get; init; }

    /// <summary>In which role.</summary>
    public required string Role { get; init; }

    /// <summary>What.</summary>
    public required string Kind { get; init; }

    /// <summary>To what.</summary>
    public required string Subject { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Place in the chain, from 1; none until sealed.</summary>
    public long? Link { get; set; }

    /// <summary>SHA-256 over the link before and this entry; none until sealed.</summary>
    public byte[]? Hash { get; set; }
}
