using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Register.Cards;

/// <summary>Answers of health stations that nobody has noted yet.</summary>
internal sealed class CardsToday(RegisterDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (!CardsAccess.MayAsk(me.Role)) return [];
        var news = await db.CardRequestsOf(me).AsNoTracking().Where(request => request.AnsweredAt != null && !request.IsNoted)
            .Select(request => request.AnsweredAt).ToListAsync(stop);
        return
        [
            new TodayLine(news.Count, Speech.Say("trả lời mới của trạm y tế về cấp căn cước tại buổi tiêm", "answers of health stations about cards at sessions"), "/cards")
            {
                Oldest = news.Min(),
                Do = Speech.Say("xem", "look"),
            },
        ];
    }
}
