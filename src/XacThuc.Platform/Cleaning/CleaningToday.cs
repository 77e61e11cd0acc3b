using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Cleaning;

/// <summary>Lists that wait for a health unit: signed ones first.</summary>
internal sealed class CleaningToday(PlatformDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (RecordsAccess.RightOf(me.Role) != RecordsRight.Write) return [];
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var lists = await db.Set<CleaningList>().AsNoTracking().Where(list => units.Contains(list.UnitId) &&
                (list.State == ListState.Signed || list.State == ListState.Filled || list.State == ListState.Drawn))
            .OrderBy(list => list.Id).Select(list => new { list.Id, list.State, list.DrawnAt, list.SignedAt }).ToListAsync(stop);
        var signed = lists.Where(list => list.State == ListState.Signed).ToList();
        var open = lists.Where(list => list.State != ListState.Signed).ToList();
        return
        [
            new TodayLine(signed.Count, Speech.Say("danh sách làm sạch công an đã ký, chờ cập nhật", "cleaning lists signed by the police, to be applied"), Href(signed.FirstOrDefault()?.Id))
            {
                Oldest = signed.FirstOrDefault()?.SignedAt, Tone = Tone.Note,
            },
            new TodayLine(open.Count, Speech.Say("danh sách làm sạch đang ở thôn hoặc chờ gửi công an", "cleaning lists with the hamlets or to be sent"), Href(open.FirstOrDefault()?.Id))
            {
                Oldest = open.FirstOrDefault()?.DrawnAt,
            },
        ];
    }

    private static string Href(long? id) => id is null ? "/cleaning" : $"/cleaning/{id}";
}
