namespace XacThuc.Platform.Messages.Channels;

/// <summary>What came of a try.</summary>
internal enum TryResult
{
    /// <summary>The channel has taken it.</summary>
    Sent,

    /// <summary>Not now: the same is tried again.</summary>
    NotNow,

    /// <summary>Never: trying again as it is will not help.</summary>
    Never,
}

/// <summary>What came of a try, and why.</summary>
/// <param name="Result">What.</param>
/// <param name="Problem">Why not: a code, never words of the channel, which may repeat the message.</param>
/// <param name="After">How long the channel asks to wait.</param>
internal sealed record Tried(TryResult Result, string Problem = "", TimeSpan? After = null)
{
    /// <summary>Taken.</summary>
    public static Tried Sent { get; } = new(TryResult.Sent);
}

/// <summary>A message on its way.</summary>
internal sealed record OutgoingMessage(Guid Key, MessageKind Kind, PhoneNumber Phone, string Words, DateTimeOffset At)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(OutgoingMessage);
}

/// <summary>A way out of the house. Handed the same message twice, it delivers it once, as far as it can.</summary>
internal interface IMessageChannel
{
    /// <summary>Hands a message over.</summary>
    Task<Tried> Send(OutgoingMessage message, CancellationToken stop);
}
