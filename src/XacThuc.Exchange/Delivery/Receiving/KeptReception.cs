using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Wire;

namespace XacThuc.Exchange.Delivery.Receiving;

/// <summary>
/// Handles a message that the border keeps: message, change and answer in one transaction. Whoever comes second with the
/// same id waits at the unique key, and gets the answer of the first.
/// </summary>
internal sealed class KeptReception(BorderSettings settings, BorderDatabase database, TimeProvider time)
{
    public async Task<Outcome> Handle(IServiceProvider scope, Incoming message, BorderRoute route, CancellationToken stop)
    {
        var db = database.Of(scope);
        if (await FindAnswer(db, message, route, stop) is { } kept) return kept;
        if (!route.TryRead(message.Body.Span, message.Packing, settings.MostBodyBytes, out var read, out var problem)) return new(default, problem);

        using var turn = await database.TakeTurn(db, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await KeptMessages.TryKeep(db, ToKeep(message, route, read), stop))
        {
            await transaction.RollbackAsync(stop);
            return await FindAnswer(db, message, route, stop) ?? new(default, BorderProblems.Busy);
        }

        var answer = route.Pack(await route.Answer(scope, new BorderCall(message.Id, settings.Partner, message.At), read, stop));
        try
        {
            await KeptMessages.SetAnswer(db, message.Id, MessageDirection.Received, answer, time.GetUtcNow(), stop);
            await transaction.CommitAsync(stop);
            return new(answer, null);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private static async Task<Outcome?> FindAnswer(DbContext db, Incoming message, BorderRoute route, CancellationToken stop)
    {
        if (await KeptMessages.FindAnswer(db, message.Id, MessageDirection.Received, stop) is not { } kept) return null;
        if (!kept.IsSame(route.Kind, message.Digest)) return new Outcome(default, BorderProblems.OtherContent);
        return new Outcome(kept.ToBody(), null);
    }

    private KeptMessage ToKeep(Incoming message, BorderRoute route, object read) => new()
    {
        MessageId = message.Id,
        Direction = MessageDirection.Received,
        Kind = route.Kind,
        Subject = route.SubjectOf(read),
        State = MessageState.Asked,
        Body = message.Body.Span.ToArray(),
        BodyPacking = message.Packing,
        Digest = message.Digest,
        At = time.GetUtcNow(),
        DueAt = time.GetUtcNow(),
    };
}
