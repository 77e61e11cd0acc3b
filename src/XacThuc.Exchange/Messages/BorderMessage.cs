namespace XacThuc.Exchange.Messages;

/// <summary>A message that crosses the border. Its kind names its form; a changed form is a new kind.</summary>
/// <typeparam name="TAnswer">What the other house answers.</typeparam>
public interface IBorderMessage<TAnswer>
{
    /// <summary><c>noun.verb.vN</c>, stable; part of the address.</summary>
    static abstract string Kind { get; }
}

/// <summary>The message has arrived and is kept; nothing more is to be said.</summary>
public sealed record Receipt;
