using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Cards;

/// <summary>Takes a request of the police in; it waits for the station of the commune.</summary>
internal sealed class ReceiveCardRequest(PlatformDb db, TimeProvider time) : IBorderHandler<CardRequestSent, Receipt>
{
    /// <inheritdoc/>
    public async Task<Receipt> Answer(BorderCall call, CardRequestSent message, CancellationToken stop)
    {
        if (await db.Set<CardRequest>().AnyAsync(request => request.Code == message.Request, stop)) return new Receipt();
        var now = time.GetUtcNow();
        db.Add(new CardRequest
        {
            Code = message.Request,
            UnitCode = message.UnitCode,
            UnitName = message.UnitName,
            CommuneCode = message.CommuneCode,
            From = message.From,
            To = message.To,
            Teams = message.Teams,
            PeopleAnHour = message.PeopleAnHour,
            Word = message.Word,
            CameAt = now,
            State = CardRequestState.Open,
        });
        await db.Save(new Act(Actor.House, now, "cards.receive", $"cards:{message.Request}"), stop);
        return new Receipt();
    }
}
