using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;

namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>Sends messages when possible: they are saved with the change they tell of, and delivered until answered.</summary>
public sealed class BorderOutbox(TimeProvider time)
{
    /// <summary>
    /// Adds the message to the database, to be saved with the change. Messages of one subject arrive in the order of posting.
    /// </summary>
    /// <param name="db">The house's database.</param>
    /// <param name="message">The message.</param>
    /// <param name="id">Its id.</param>
    /// <param name="grace">So long it stays in the house and can be withdrawn.</param>
    public void Post<TMessage, TAnswer>(DbContext db, TMessage message, Guid id, TimeSpan grace = default)
        where TMessage : class, IBorderMessage<TAnswer>
    {
        using var body = WireBody.Of(message);
        db.Add(new KeptMessage
        {
            MessageId = id,
            Direction = MessageDirection.Sent,
            Kind = TMessage.Kind,
            Subject = message.Subject,
            State = MessageState.Waiting,
            Body = body.Bytes.Span.ToArray(),
            BodyPacking = body.Packing,
            Digest = BodyDigest.Of(body.Bytes.Span),
            At = time.GetUtcNow(),
            DueAt = time.GetUtcNow() + grace,
        });
    }

    /// <summary>Takes a message back that is still in its grace.</summary>
    /// <returns>Whether it was; otherwise it is on its way or has arrived.</returns>
    public async Task<bool> TryWithdraw(DbContext db, Guid id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return await db.Set<KeptMessage>()
            .Where(message => message.MessageId == id && message.Direction == MessageDirection.Sent && message.State == MessageState.Waiting
                && message.DueAt > now && message.Attempts == 0)
            .ExecuteDeleteAsync(stop) == 1;
    }
}
