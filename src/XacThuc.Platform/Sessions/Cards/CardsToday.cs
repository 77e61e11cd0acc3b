using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Sessions.Cards;

/// <summary>Requests of the police that wait for the station.</summary>
internal sealed class CardsToday(PlatformDb db, TimeProvider time) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (!CardsReach.MayAnswer(me.Role)) return [];
        var waiting = await db.CardRequestsOf(me).AsNoTracking().Waiting(Shown.Day(time.GetUtcNow())).OrderBy(request => request.From).ToListAsync(stop);
        return
        [
            new TodayLine(waiting.Count, Speech.Say("đề nghị của công an cấp căn cước tại buổi tiêm", "requests of the police to issue cards at sessions"), "/sessions")
            {
                Detail = waiting.Count == 0 ? null : CardsTexts.Asks(waiting[0]),
                Oldest = waiting.Count == 0 ? null : waiting.Min(request => request.CameAt),
                Do = Speech.Say("trả lời", "answer"),
            },
        ];
    }
}
