namespace XacThuc.Platform.Portal.LookUp;

/// <summary>
/// A look-up that waits for its code, for a day. For nobody there is one as well: whoever asks cannot tell which it is.
/// </summary>
public sealed class LookTicket
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The way to the page that asks for the code; cannot be guessed.</summary>
    public required Guid Ticket { get; init; }

    /// <summary>References of the records that agree with what was asked, between blanks; empty for nobody.</summary>
    public required string Records { get; init; }

    /// <summary>The phone on those records; empty for nobody.</summary>
    public required string Phone { get; init; }

    /// <summary>What was asked for, as a keyed hash.</summary>
    public required string Asked { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What its codes open.</summary>
    internal string Subject => $"look:{Ticket:N}";

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(LookTicket);
}
