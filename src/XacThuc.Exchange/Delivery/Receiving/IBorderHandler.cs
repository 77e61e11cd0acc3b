using XacThuc.Exchange.Messages;

namespace XacThuc.Exchange.Delivery.Receiving;

/// <summary>The message that is being handled.</summary>
/// <param name="MessageId">Its id; the same when it is asked again.</param>
/// <param name="From">The house that sent it.</param>
/// <param name="At">When it was sent, by the sender's clock.</param>
public sealed record BorderCall(Guid MessageId, string From, DateTimeOffset At);

/// <summary>
/// Answers the messages of one kind. What the border keeps (<see cref="Keeping.ByBorder"/>) is handled in a scope whose
/// database has an open transaction: save there, and message, answer and change are committed as one; never commit it.
/// Otherwise (<see cref="Keeping.ByHandler"/>) there is no transaction, and what must last is kept before the answer is given.
/// </summary>
public interface IBorderHandler<TMessage, TAnswer> where TMessage : class, IBorderMessage<TAnswer>
{
    /// <summary>Handles one message.</summary>
    Task<TAnswer> Answer(BorderCall call, TMessage message, CancellationToken stop);
}

/// <summary>
/// Learns the answers to messages that were sent when possible. Runs as the other handlers do: what it saves is committed
/// with the answer.
/// </summary>
public interface IBorderAnswerHandler<TMessage, TAnswer> where TMessage : class, IBorderMessage<TAnswer>
{
    /// <summary>Takes note of the answer to one message.</summary>
    Task Answered(BorderCall call, TMessage message, TAnswer answer, CancellationToken stop);
}

/// <summary>A handler refuses the message: nothing is kept, nothing changed, and the sender is told why.</summary>
public sealed class BorderRefusedException(string code, string vi, string en) : Exception(code)
{
    /// <summary>Stable, <c>noun.state</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Why, and what to do.</summary>
    public BorderSentence Sentence { get; } = new(vi, en);
}
