using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Messages;

namespace XacThuc.Exchange.Delivery.Receiving;

/// <summary>The way of one kind of message to its handler.</summary>
internal abstract class BorderRoute(string kind, Keeping keeping)
{
    public string Kind { get; } = kind;

    public Keeping Keeping { get; } = keeping;

    public string Path { get; } = BorderHeaders.PathOf(kind);

    public abstract bool TryRead(ReadOnlySpan<byte> bytes, BodyPacking packing, int most, out object message, out BorderProblem? problem);

    public abstract bool TryReadBundle(ReadOnlySpan<byte> json, List<BundledQuestion<object>> questions);

    public abstract string SubjectOf(object message);

    public abstract Task<object> Answer(IServiceProvider scope, BorderCall call, object message, CancellationToken stop);

    public abstract WireBody Pack(object answer);

    public abstract void WriteBundled(Utf8JsonWriter writer, Guid id, object answer);
}

/// <inheritdoc/>
internal sealed class BorderRoute<TMessage, TAnswer, THandler>() : BorderRoute(TMessage.Kind, TMessage.Keeping)
    where TMessage : class, IBorderMessage<TAnswer>
    where THandler : class, IBorderHandler<TMessage, TAnswer>
{
    public override bool TryRead(
        ReadOnlySpan<byte> bytes, BodyPacking packing, int most, out object message, out BorderProblem? problem)
    {
        var isRead = WireBody.TryRead<TMessage>(bytes, packing, most, out var read, out problem);
        message = read;
        return isRead;
    }

    public override bool TryReadBundle(ReadOnlySpan<byte> json, List<BundledQuestion<object>> questions)
    {
        var read = new List<BundledQuestion<TMessage>>();
        if (!Bundle.TryReadQuestions(json, read)) return false;
        foreach (var question in read) questions.Add(new(question.Id, question.Digest, question.Message));
        return true;
    }

    public override string SubjectOf(object message) => ((TMessage)message).Subject;

    public override async Task<object> Answer(IServiceProvider scope, BorderCall call, object message, CancellationToken stop) =>
        (await scope.GetRequiredService<THandler>().Answer(call, (TMessage)message, stop))!;

    public override WireBody Pack(object answer) => WireBody.Of((TAnswer)answer);

    public override void WriteBundled(Utf8JsonWriter writer, Guid id, object answer) => Bundle.WriteAnswer(writer, id, (TAnswer)answer);
}
