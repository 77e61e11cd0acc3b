using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cards.Answer;

/// <summary>An officer has read the last answer to a request.</summary>
internal sealed class NoteAnswer(RegisterDb db, TimeProvider time)
{
    public async Task<Result<CardRequest>> Run(long id, int version, SignedIn me, CancellationToken stop)
    {
        if (await db.CardRequestsOf(me).FirstOrDefaultAsync(request => request.Id == id, stop) is not { } request) return CardsRefusals.NotThere;
        if (request.Version != version) return CardsRefusals.Changed;
        request.Note();
        return await db.SaveFirst(me.NewAct(time, "cards.note", $"cards:{request.Code}"), stop) ? request : CardsRefusals.Changed;
    }
}
