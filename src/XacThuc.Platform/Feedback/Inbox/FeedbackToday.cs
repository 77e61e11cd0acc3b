using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Feedback.Inbox;

/// <summary>What citizens wait for at the unit, with the time that is left.</summary>
internal sealed class FeedbackToday(PlatformDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (!FeedbackAccess.MayReview(me.Role)) return [];
        var owed = new FeedbackFilter().Of(db, me);
        var all = await owed.GroupBy(_ => 1).Select(group => new { Count = group.Count(), Due = group.Min(one => one.DueAt), Oldest = group.Min(one => one.RecordedAt) }).SingleOrDefaultAsync(stop);
        return all is null
            ? []
            :
            [
                new(all.Count, Speech.Say("phản ánh của người dân chờ trả lời", "reports of citizens to be answered"), "/feedback/next")
                {
                    Due = all.Due,
                    Oldest = all.Oldest,
                },
            ];
    }
}
