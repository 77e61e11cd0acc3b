using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Campaigns;

/// <summary>Campaigns to be approved, those that run and what could not be sent; for stations, letters to print.</summary>
internal sealed class CampaignsToday(PlatformDb db, TimeProvider time) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (CampaignsAccess.MayPrintLetters(me.Role)) return [await Letters(me, stop)];
        if (!CampaignsAccess.MayRun(me.Role)) return [];
        var open = await db.CampaignsOf(me).AsNoTracking()
            .Where(one => one.State == CampaignState.Draft || one.State == CampaignState.Approved || one.State == CampaignState.Running)
            .OrderBy(one => one.From).ThenBy(one => one.Id).Select(one => new { one.Id, one.State, one.From, one.Code }).ToListAsync(stop);
        var drafts = open.FindAll(one => one.State == CampaignState.Draft);
        var running = open.FindAll(one => one.State != CampaignState.Draft);
        var subjects = running.Select(one => $"campaign:{one.Code}").ToArray();
        var failed = subjects.Length == 0 ? 0 : await db.Set<ShortMessage>().CountAsync(
            message => EF.Parameter(subjects).Contains(message.Subject) && message.Kind == MessageKind.Campaign && message.State == MessageState.Failed && message.Problem != "late", stop);
        return
        [
            new TodayLine(drafts.Count, Speech.Say("chiến dịch chờ duyệt", "campaigns to be approved"), drafts.Count == 0 ? "/campaigns" : $"/campaigns/{drafts[0].Id}")
            {
                Due = drafts.Count == 0 ? null : Shown.Midnight(drafts[0].From),
                Do = Speech.Say("xem và duyệt", "look and approve"),
            },
            new TodayLine(running.Count, Speech.Say("chiến dịch đang chạy hoặc chờ đến ngày", "campaigns that run or wait for their day"), running.Count == 0 ? "/campaigns" : $"/campaigns/{running[0].Id}")
            {
                Tone = Tone.Note,
                Do = Speech.Say("xem kết quả", "see how they go"),
            },
            new TodayLine(failed, Speech.Say("tin của chiến dịch không gửi được", "messages of campaigns that could not be sent"), "/campaigns") { Tone = Tone.Wrong, Do = Speech.Say("xem", "look") },
        ];
    }

    private async Task<TodayLine> Letters(SignedIn me, CancellationToken stop)
    {
        var (unit, today) = (me.UnitId, Shown.Day(time.GetUtcNow()));
        var found = await db.CampaignsOf(me).AsNoTracking().Where(one => one.State == CampaignState.Running && one.Until >= today && (one.Channels & CampaignChannels.Letters) != CampaignChannels.None)
            .Where(one => db.Set<CampaignPerson>().Any(person => person.CampaignId == one.Id && person.UnitId == unit)).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(stop);
        return new TodayLine(found.Count, Speech.Say("chiến dịch của huyện có thư báo để in", "campaigns of the district with letters to print"), found.Count == 0 ? "/campaigns" : $"/campaigns/{found[0]}/letters")
        {
            Do = Speech.Say("in thư", "print letters"),
        };
    }
}
