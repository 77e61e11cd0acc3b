using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Messages;

namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>The way of the answers to one kind of message to whoever wants to know them.</summary>
internal abstract class AnswerRoute(string kind)
{
    public string Kind { get; } = kind;

    public abstract Task Answered(
        IServiceProvider scope, BorderCall call, DueMessage message, WireBody answer, int most, CancellationToken stop);
}

/// <inheritdoc/>
internal sealed class AnswerRoute<TMessage, TAnswer, THandler>() : AnswerRoute(TMessage.Kind)
    where TMessage : class, IBorderMessage<TAnswer>
    where THandler : class, IBorderAnswerHandler<TMessage, TAnswer>
{
    public override Task Answered(
        IServiceProvider scope, BorderCall call, DueMessage message, WireBody answer, int most, CancellationToken stop)
    {
        if (!WireBody.TryRead<TMessage>(message.Body, message.Packing, most, out var sent, out var problem)
            || !WireBody.TryRead<TAnswer>(answer.Bytes.Span, answer.Packing, most, out var read, out problem))
        {
            throw new InvalidDataException(problem!.En);
        }

        return scope.GetRequiredService<THandler>().Answered(call, sent, read, stop);
    }
}
