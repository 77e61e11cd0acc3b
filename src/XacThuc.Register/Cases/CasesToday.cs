using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Register.Cases.Inbox;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Register.Cases;

/// <summary>What waits for an officer today.</summary>
internal sealed class CasesToday(RegisterDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (!CasesAccess.MayDecide(me.Role)) return [];
        var groups = await db.GroupsOf(await db.CommunesOf(me, stop), stop);
        var bulk = await db.BulkOf(me).CountAsync(one => one.State == ProposalState.Open && one.ProposedBy != me.Name, stop);
        var corrections = await db.CorrectionsOf(me).CountAsync(one => one.State == ProposalState.Open && one.ProposedBy != me.Name, stop);
        return
        [
            new TodayLine(groups.Sum(group => group.Count), Speech.Say("hồ sơ sai của người trong địa bàn", "wrong records of residents of your area"), "/cases/next") { Oldest = groups.Min(group => (DateTimeOffset?)group.Oldest) },
            new TodayLine(bulk + corrections, Speech.Say("đề nghị chờ duyệt lần hai", "proposals that wait for a second look"), "/cases/second-look"),
        ];
    }

    public async Task<IReadOnlyList<TodayShares>> Figures(SignedIn me, CancellationToken stop)
    {
        if (!CasesAccess.MayDecide(me.Role)) return [];
        var counts = await db.CountsOf(await db.CommunesOf(me, stop)).GroupBy(one => one.State)
            .Select(group => new { State = group.Key, Count = group.Sum(one => one.Count) }).ToListAsync(stop);
        long Of(CaseState state) => counts.Find(one => one.State == state)?.Count ?? 0;
        return counts.Count == 0 ? [] :
        [
            new TodayShares(Speech.Say("Hồ sơ sai trong địa bàn", "Wrong records of your area"),
            [
                new SharePart(Tone.Right, Speech.Say("đã đúng", "right by now"), Of(CaseState.Resolved)),
                new SharePart(Tone.Waiting, Speech.Say("đã quyết định", "decided"), Of(CaseState.Decided)),
                new SharePart(Tone.Wrong, Speech.Say("đang chờ", "waiting"), Of(CaseState.Open) + Of(CaseState.Proposed)),
            ], "/cases"),
        ];
    }
}
