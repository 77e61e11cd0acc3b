using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Cards;

/// <summary>The station says that it cannot combine its sessions with cards, and why.</summary>
internal sealed class DeclineCards(PlatformDb db, CardAnswers answers, TimeProvider time)
{
    private const int LongestReason = 300;

    public async Task<Result<CardRequest>> Run(long id, string reason, SignedIn me, CancellationToken stop)
    {
        if (!CardsReach.MayAnswer(me.Role)) return SessionsRefusals.NotYours;
        if (await db.CardRequestsOf(me).FirstOrDefaultAsync(request => request.Id == id, stop) is not { } request) return CardRefusals.NotThere;
        if (request.State != CardRequestState.Open) return CardRefusals.Answered;
        var said = Said.Of(reason, LongestReason);
        if (said.Length == 0) return CardRefusals.NoReason;

        request.StationId = me.UnitId;
        await answers.Decline(request, said, stop);
        return await db.SaveFirst(me.NewAct(time, "cards.decline", $"cards:{request.Code}"), stop) ? request : CardRefusals.Answered;
    }
}
