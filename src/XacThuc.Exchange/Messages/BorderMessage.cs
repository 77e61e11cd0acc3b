namespace XacThuc.Exchange.Messages;

/// <summary>A message that crosses the border. Its kind names its form; a changed form is a new kind.</summary>
/// <typeparam name="TAnswer">What the other house answers.</typeparam>
public interface IBorderMessage<TAnswer>
{
    /// <summary><c>noun.verb.vN</c>, stable; part of the address.</summary>
    static abstract string Kind { get; }

    /// <summary>Who keeps the message.</summary>
    static virtual Keeping Keeping => Keeping.ByBorder;

    /// <summary>Messages of one subject, as <c>noun:id</c>, arrive in the order of sending; empty where order means nothing.</summary>
    string Subject => "";
}

/// <summary>Who keeps a message and its answer.</summary>
public enum Keeping
{
    /// <summary>The border, on both sides: asked again, the kept answer comes.</summary>
    ByBorder,

    /// <summary>
    /// The handler, in its own books (audit), before it answers. The border only sees to it that the message is handled once.
    /// </summary>
    ByHandler,
}

/// <summary>The message has arrived and is kept; nothing more is to be said.</summary>
public sealed record Receipt;
