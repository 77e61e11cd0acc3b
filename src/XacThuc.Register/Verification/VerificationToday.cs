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
        return
        [
            new TodayLine(
                await open.CountAsync(stop), Speech.Say("danh sách chờ đối chiếu và ký", "lists to be verified and signed"),
                first is null ? "/lists" : $"/lists/{first.Id}") { Oldest = first?.CameAt },
        ];
    }
}
