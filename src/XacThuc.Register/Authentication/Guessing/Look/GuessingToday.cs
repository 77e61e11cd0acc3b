using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Register.Authentication.Guessing.Look;

/// <summary>Reports that nobody has looked into.</summary>
internal sealed class GuessingToday(RegisterDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (!GuessingAccess.Rule.Allows(me)) return [];
        var open = GuessingList.Of(db, me).Where(report => report.LookedAtBy == null);
        var first = await open.OrderBy(report => report.Id).Select(report => new { report.Id, report.At }).FirstOrDefaultAsync(stop);
        return first is null ? [] :
        [
            new TodayLine(
                await open.CountAsync(stop), Speech.Say("báo cáo nghi dò dữ liệu chưa ai xem", "reports of what looks like guessing, not looked at"),
                $"/guessing/{first.Id}") { Oldest = first.At },
        ];
    }
}
