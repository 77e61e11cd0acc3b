using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cards.Answer;

/// <summary>Takes what the station says to a request: the last answer holds, and what was called off or moved stays to be seen.</summary>
internal sealed class TakeAnswer(RegisterDb db, TimeProvider time) : IBorderHandler<CardRequestAnswered, Receipt>
{
    /// <inheritdoc/>
    public async Task<Receipt> Answer(BorderCall call, CardRequestAnswered message, CancellationToken stop)
    {
        var request = await db.Set<CardRequest>().FirstOrDefaultAsync(request => request.Code == message.Request, stop) ?? throw new BorderRefusedException(
            "cards.not_there", "Bên công an không có đề nghị mang số này.", "The police side has no request of this number.");
        var known = await db.Set<CardDay>().Where(day => day.RequestId == request.Id).ToDictionaryAsync(day => day.Code, StringComparer.Ordinal, stop);
        foreach (var session in message.Sessions)
        {
            if (known.TryGetValue(session.Code, out var day)) day.Take(session);
            else db.Add(DayOf(request.Id, session));
        }

        request.Take(message);
        await db.Save(new Act(Actor.House, time.GetUtcNow(), "cards.answered", $"cards:{request.Code}"), stop);
        return new Receipt();
    }

    private static CardDay DayOf(long request, CardSession session) => new()
    {
        RequestId = request,
        Code = session.Code,
        Place = session.Place,
        Day = session.Day,
        Opens = session.Opens,
        Closes = session.Closes,
        People = session.People,
        IsCalledOff = session.IsCalledOff,
    };
}
