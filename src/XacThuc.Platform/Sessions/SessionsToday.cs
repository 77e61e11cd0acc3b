using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Sessions.Correct;
using XacThuc.Platform.Sessions.Observe;
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
        var corrections = await ToConfirm(me, stop);
        if (!SessionsAccess.MayVaccinate(me.Role)) return [corrections, await Serious(me, stop)];
        var today = Shown.Day(time.GetUtcNow());
        var open = await db.SessionsOf(me).AsNoTracking()
            .Where(session => (session.State == SessionState.Planned || session.State == SessionState.Running) && session.Day <= today.AddDays(1))
            .OrderBy(session => session.Day).ThenBy(session => session.Opens).Select(session => new { session.Id, session.Day }).ToListAsync(stop);
        var next = open.Where(session => session.Day >= today).ToList();
        var late = open.Where(session => session.Day < today).ToList();
        return
        [
            new TodayLine(late.Count, Speech.Say("buổi tiêm đã qua ngày mà chưa đóng", "sessions whose day is over and that are not closed"), late.Count == 0 ? "/sessions" : $"/sessions/{late[0].Id}") { Tone = Tone.Late },
            corrections,
            await Serious(me, stop),
            new TodayLine(next.Count, Speech.Say("buổi tiêm hôm nay và ngày mai", "sessions today and tomorrow"), next.Count == 0 ? "/sessions" : $"/sessions/{next[0].Id}") { Do = Speech.Say("mở", "open") },
        ];
    }

    private async Task<TodayLine> ToConfirm(SignedIn me, CancellationToken stop)
    {
        var (waits, mine) = (CorrectionState.Proposed, me.Name);
        var found = await db.Set<SessionCorrection>().AsNoTracking().Where(one => one.State == waits && one.ProposedBy != mine)
            .Join(db.SessionsOf(me), one => one.SessionId, session => session.Id, (one, _) => new { one.SessionId, one.ProposedAt })
            .OrderBy(one => one.ProposedAt).ToListAsync(stop);
        return new TodayLine(
            found.Count, Speech.Say("đề nghị sửa buổi tiêm chờ người thứ hai xác nhận", "corrections of sessions that wait for a second person"),
            found.Count == 0 ? "/sessions" : $"/sessions/{found[0].SessionId}/corrections")
        {
            Oldest = found.FirstOrDefault()?.ProposedAt,
        };
    }

    private async Task<TodayLine> Serious(SignedIn me, CancellationToken stop)
    {
        var open = await db.SessionsOf(me).AsNoTracking()
            .Join(db.Set<AdverseEvent>(), session => session.Id, seen => seen.SessionId, (_, seen) => seen)
            .CountAsync(seen => seen.Outcome == EventOutcome.InHospital || (seen.Outcome == EventOutcome.Watched && seen.Grade >= EventGrade.Severe), stop);
        return new TodayLine(open, Speech.Say("tai biến nặng sau tiêm đang theo dõi", "serious reactions that are being watched"), "/sessions/events") { Tone = Tone.Wrong };
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
