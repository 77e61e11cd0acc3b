using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Lists.Registered;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Lists;

/// <summary>Lists that wait for whoever looks: to be approved, to be completed, to be sent.</summary>
internal sealed class ListsToday(PlatformDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (!ListsAccess.MayRead(me.Role)) return [];
        var lists = db.ListsOf(me).AsNoTracking();
        var own = lists.Where(list => list.UnitId == me.UnitId);
        var lines = new List<TodayLine>();
        if (ListsAccess.MayApprove(me.Role))
            lines.Add(await LineOf(lists.Where(list => list.State == ListState.Verified), Speech.Say("danh sách tiêm công an đã đối chiếu, chờ duyệt", "lists verified by the police, to be approved"), stop));
        var incomplete = own.Where(list => list.State == ListState.Verified && db.Set<ListedPerson>().Any(person => person.ListId == list.Id
            && (person.State == PersonState.ToComplete || person.State == PersonState.NotFound || person.State == PersonState.AsEntered)));
        lines.Add(await LineOf(incomplete, Speech.Say("danh sách tiêm có người cần bổ sung giấy tờ", "lists with people who must bring papers"), stop));
        lines.Add(await LineOf(own.Where(list => list.State == ListState.Draft), Speech.Say("danh sách tiêm chưa gửi công an", "lists not sent to the police yet"), stop));
        var registered = db.WaitingFor(me);
        lines.Add(new TodayLine(
            await registered.CountAsync(stop), Speech.Say("người dân tự đăng ký tiêm, chờ đưa vào danh sách", "people who registered by themselves wait for a list"), "/lists/registrations")
        {
            Oldest = await registered.MinAsync(own => own.ConfirmedAt, stop),
        });
        return lines;
    }

    private static async Task<TodayLine> LineOf(IQueryable<SurveyList> lists, string what, CancellationToken stop)
    {
        var found = await lists.OrderBy(list => list.Id).Select(list => new { list.Id, list.OpenedAt }).ToListAsync(stop);
        return new TodayLine(found.Count, what, found.Count == 0 ? "/lists" : $"/lists/{found[0].Id}") { Oldest = found.Count == 0 ? null : found[0].OpenedAt };
    }
}
