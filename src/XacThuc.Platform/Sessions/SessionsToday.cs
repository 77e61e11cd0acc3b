using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Sessions;

/// <summary>Sessions of today and tomorrow, and those whose day is over and not closed.</summary>
internal sealed class SessionsToday(PlatformDb db, TimeProvider time) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (SessionsAccess.MaySign(me.Role)) return [await ToSign(me, stop)];
        if (!SessionsAccess.MayVaccinate(me.Role)) return [];
        var today = Shown.Day(time.GetUtcNow());
        var open = await db.SessionsOf(me).AsNoTracking()
            .Where(session => (session.State == SessionState.Planned || session.State == SessionState.Running) && session.Day <= today.AddDays(1))
            .OrderBy(session => session.Day).ThenBy(session => session.Opens).Select(session => new { session.Id, session.Day }).ToListAsync(stop);
        var next = open.Where(session => session.Day >= today).ToList();
        var late = open.Where(session => session.Day < today).ToList();
        return
        [
            new TodayLine(late.Count, Speech.Say("buổi tiêm đã qua ngày mà chưa đóng", "sessions whose day is over and that are not closed"), late.Count == 0 ? "/sessions" : $"/sessions/{late[0].Id}") { Tone = Tone.Late },
            new TodayLine(next.Count, Speech.Say("buổi tiêm hôm nay và ngày mai", "sessions today and tomorrow"), next.Count == 0 ? "/sessions" : $"/sessions/{next[0].Id}") { Do = Speech.Say("mở", "open") },
        ];
    }

    private async Task<TodayLine> ToSign(SignedIn me, CancellationToken stop)
    {
        var closed = await db.SessionsOf(me).AsNoTracking().Where(session => session.State == SessionState.Closed)
            .OrderBy(session => session.ClosedAt).Select(session => new { session.Id, session.ClosedAt }).ToListAsync(stop);
        return new TodayLine(
            closed.Count, Speech.Say("buổi tiêm đã đóng, chờ ký kết quả", "closed sessions whose results are to be signed"),
            closed.Count == 0 ? "/sessions" : $"/sessions/{closed[0].Id}/result")
        {
            Oldest = closed.FirstOrDefault()?.ClosedAt,
        };
    }
}
