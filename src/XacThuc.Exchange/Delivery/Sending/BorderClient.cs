using System.Collections.Concurrent;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;

namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>Asks the other house, while somebody or some job waits for the answer.</summary>
public sealed class BorderClient
{
    private readonly BorderSettings _settings;
    private readonly Courier _courier;
    private readonly BorderDatabase _database;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Type, object> _lines = new();

    internal BorderClient(BorderSettings settings, Courier courier, BorderDatabase database, TimeProvider time) =>
        (_settings, _courier, _database, _time) = (settings, courier, database, time);

    /// <summary>
    /// Asks. Under an id that was used before, the same answer comes as then; what the border keeps is kept before it is sent,
    /// so never ask inside a transaction of one's own on the house's database.
    /// </summary>
    public Task<BorderAnswer<TAnswer>> Ask<TMessage, TAnswer>(TMessage message, Guid messageId, CancellationToken stop)
        where TMessage : class, IBorderMessage<TAnswer> => TMessage.Keeping switch
        {
            Keeping.ByBorder => AskKept<TMessage, TAnswer>(message, messageId, stop),
            Keeping.ByHandler => LineOf<TMessage, TAnswer>().Ask(message, messageId, stop),
        };

    private QuestionLine<TMessage, TAnswer> LineOf<TMessage, TAnswer>() where TMessage : class, IBorderMessage<TAnswer> =>
        (QuestionLine<TMessage, TAnswer>)_lines.GetOrAdd(
            typeof(TMessage), static (_, client) => new QuestionLine<TMessage, TAnswer>(client._settings, client._courier), this);

    private async Task<BorderAnswer<TAnswer>> AskKept<TMessage, TAnswer>(TMessage message, Guid id, CancellationToken stop)
        where TMessage : class, IBorderMessage<TAnswer>
    {
        using var body = WireBody.Of(message);
        await using var scope = _database.NewScope();
        var db = _database.Of(scope.ServiceProvider);
        var parcel = new Parcel(BorderHeaders.PathOf(TMessage.Kind), id, body.Bytes.Memory, body.Packing);
        if (!await KeptMessages.TryKeep(db, ToKeep<TMessage, TAnswer>(message, id, body), stop))
        {
            var kept = await KeptMessages.Get(db, id, MessageDirection.Sent, stop);
            if (!IsSame(kept, TMessage.Kind, body)) return BorderAnswer<TAnswer>.Of(BorderProblems.OtherContent);
            if (kept.Answer is { } known) return Read<TAnswer>(new Brought(WireBody.Copy(known, kept.AnswerPacking), null));

            // As it was sent before: the same bytes have the same digest.
            parcel = parcel with { Body = kept.Body, Packing = kept.BodyPacking };
        }

        var brought = await _courier.Carry(parcel, stop);
        var now = _time.GetUtcNow();
        if (brought.Problem is { } problem) await KeptMessages.SetProblem(db, id, problem, now, now, stop);
        else await KeptMessages.SetAnswer(db, id, MessageDirection.Sent, brought.Answer, now, stop);
        return Read<TAnswer>(brought);
    }

    private static bool IsSame(KeptMessage kept, string kind, WireBody body)
    {
        using var before = WireBody.Copy(kept.Body, kept.BodyPacking);
        return string.Equals(kept.Kind, kind, StringComparison.Ordinal) && before.IsSameJson(body);
    }

    private BorderAnswer<TAnswer> Read<TAnswer>(Brought brought)
    {
        if (brought.Problem is not null) return BorderAnswer<TAnswer>.Of(brought.Problem);
        using var answer = brought.Answer;
        return WireBody.TryRead<TAnswer>(answer.Bytes.Span, answer.Packing, _settings.MostBodyBytes, out var read, out var problem)
            ? BorderAnswer<TAnswer>.Of(read)
            : BorderAnswer<TAnswer>.Of(problem!);
    }

    private KeptMessage ToKeep<TMessage, TAnswer>(TMessage message, Guid id, WireBody body)
        where TMessage : class, IBorderMessage<TAnswer> => new()
        {
            MessageId = id,
            Direction = MessageDirection.Sent,
            Kind = TMessage.Kind,
            Subject = message.Subject,
            State = MessageState.Asked,
            Body = body.Bytes.Span.ToArray(),
            BodyPacking = body.Packing,
            Digest = BodyDigest.Of(body.Bytes.Span),
            At = _time.GetUtcNow(),
            DueAt = _time.GetUtcNow(),
        };
}
