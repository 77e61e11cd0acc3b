using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Doses.Same;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Doses;

/// <summary>Rows of files of doses that wait, and pairs that a second person is to look at.</summary>
internal sealed class DosesToday(PlatformDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (RecordsAccess.RightOf(me.Role) != RecordsRight.Write) return [];
        var rows = await db.Set<DoseRow>().Where(row => row.UnitId == me.UnitId && (row.State == DoseRowState.Unclear || row.State == DoseRowState.Unsure))
            .GroupBy(row => row.FileId).Select(group => new { File = group.Key, Count = group.LongCount() }).ToListAsync(stop);
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var pairs = await db.PairsOf(me, stop);
        var second = await pairs.Where(pair => pair.State == SameState.Proposed && pair.ProposedBy != me.Name && units.Contains(pair.UnitId) && units.Contains(pair.OtherUnitId))
            .OrderBy(pair => pair.Id).Select(pair => pair.Id).ToListAsync(stop);
        var open = await pairs.CountAsync(pair => pair.State == SameState.Open, stop);
        return
        [
            new TodayLine(second.Count, Speech.Say("cặp mũi tiêm chờ người thứ hai xác nhận", "doses recorded twice that a second person is to confirm"), second.Count == 0 ? "/doses/same" : $"/doses/same/{second[0]}")
            {
                Tone = Tone.Late,
                Do = Speech.Say("xem lại", "look"),
            },
            new TodayLine(open, Speech.Say("mũi tiêm có thể đã ghi hai lần", "doses that may be recorded twice"), "/doses/same"),
            .. rows.Select(row => new TodayLine(row.Count, Speech.Say("dòng của tệp mũi tiêm chờ xem", "rows of a file of doses to be looked at"), $"/doses/files/{row.File}")),
        ];
    }
}
