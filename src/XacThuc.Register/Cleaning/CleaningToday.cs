using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Register.Cleaning;

/// <summary>Lists that wait for an officer.</summary>
internal sealed class CleaningToday(RegisterDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (!CleaningAccess.MayVerify(me.Role)) return [];
        var open = db.ListsOf(me).Where(list => list.State == ListState.Open);
        var first = await open.OrderBy(list => list.Id).Select(list => new { list.Id, list.CameAt }).FirstOrDefaultAsync(stop);
        return
        [
            new TodayLine(
                await open.CountAsync(stop), Speech.Say("danh sách làm sạch chờ đối chiếu và ký", "cleaning lists to be verified and signed"),
                first is null ? "/cleaning" : $"/cleaning/{first.Id}") { Oldest = first?.CameAt },
        ];
    }
}
