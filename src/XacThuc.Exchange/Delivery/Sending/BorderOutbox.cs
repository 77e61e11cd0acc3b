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
    public void Post<TMessage, TAnswer>(DbContext db, TMessage message, Guid id) where TMessage : class, IBorderMessage<TAnswer>
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
            DueAt = time.GetUtcNow(),
        });
    }
}
