namespace XacThuc.Register.Identity;

/// <summary>Where an e-identity stands.</summary>
public enum EIdentityState
{
    /// <summary>The slip with the activation code is out.</summary>
    Issued = 1,

    /// <summary>Its owner has chosen a password.</summary>
    Active = 2,

    /// <summary>The police closed it.</summary>
    Closed = 3,
}

/// <summary>
/// How a person of the register shows elsewhere who they are, as with VNeID. Level 1 is what they said of themselves; at level
/// 2 the police have seen the person and the card. Of the person it keeps the number alone.
/// </summary>
public sealed class EIdentity
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The name under which others know it: chosen by chance, tells nothing.</summary>
    public required string Subject { get; init; }

    /// <summary>The person's number, twelve digits as a number.</summary>
    public required long Number { get; init; }

    /// <summary>1 or 2.</summary>
    public required int Level { get; set; }

    /// <summary>Where it stands.</summary>
    public required EIdentityState State { get; set; }

    /// <summary>Changes whenever a sign-in that has begun is to end.</summary>
    public required string Stamp { get; set; }

    /// <summary>Hash of the password; none before it is chosen.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Secret of its codes, covered; none at level 1.</summary>
    public string? CoveredSecret { get; set; }

    /// <summary>The time step of the last code used: no code opens twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Wrong tries in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Until when nobody is let in.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Digest of the activation code; none once it was used.</summary>
    public string? ActivationDigest { get; set; }

    /// <summary>Until when the activation code may be used.</summary>
    public DateTimeOffset ActivationUntil { get; set; }

    /// <summary>The officer who issued it last.</summary>
    public required string IssuedBy { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset IssuedAt { get; set; }

    /// <summary>When its owner activated it last.</summary>
    public DateTimeOffset? ActivatedAt { get; set; }

    /// <summary>Whether it was made with the sample; its password is known to everybody.</summary>
    public bool IsSample { get; init; }

    /// <summary>Rises with each change by an officer or the owner.</summary>
    public int Version { get; set; }

    /// <summary>Whether its owner can be let in at a moment.</summary>
    public bool IsOpenAt(DateTimeOffset now) => State == EIdentityState.Active && !IsLockedAt(now);

    /// <summary>Whether too many wrong tries have shut it for a while.</summary>
    public bool IsLockedAt(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Ends whatever began under what it was.</summary>
    internal void Renew() => (Stamp, Version) = (NewStamp(), Version + 1);

    /// <summary>A stamp that was never there.</summary>
    internal static string NewStamp() => Guid.NewGuid().ToString("N");

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(EIdentity);
}
