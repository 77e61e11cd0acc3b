using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Register.Verification;

/// <summary>Lists that wait for an officer.</summary>
internal sealed class VerificationToday(RegisterDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (!VerificationAccess.MayVerify(me.Role)) return [];
        var open = db.ListsOf(me).Where(list => list.State == ListState.Open);
        var first = await open.OrderBy(list => list.Id).Select(list => new { list.Id, list.CameAt }).FirstOrDefaultAsync(stop);
        var looks = db.ListsOf(me).ToLookAtBy(db, me);
        var asked = await looks.OrderBy(list => list.Id).Select(list => new { list.Id, list.LookAskedAt }).FirstOrDefaultAsync(stop);
        var ready = db.ListsOf(me).Where(list => list.State == ListState.Ready && VerificationAccess.MaySign(me.Role));
        var done = await ready.OrderBy(list => list.Id).Select(list => (long?)list.Id).FirstOrDefaultAsync(stop);
        return
        [
            new TodayLine(
                await open.CountAsync(stop), Speech.Say("danh sách chờ đối chiếu", "lists to be verified"),
                first is null ? "/lists" : $"/lists/{first.Id}") { Oldest = first?.CameAt },
            new TodayLine(
                await looks.CountAsync(stop), Speech.Say("danh sách chờ duyệt lần hai", "lists that wait for a second look"),
                asked is null ? "/lists" : $"/lists/{asked.Id}/second-look") { Oldest = asked?.LookAskedAt },
            new TodayLine(
                await ready.CountAsync(stop), Speech.Say("danh sách đã duyệt lần hai, chờ ký", "lists looked at twice, to be signed"),
                done is null ? "/lists" : $"/lists/{done}"),
        ];
    }
}
