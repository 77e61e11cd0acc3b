using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;

namespace XacThuc.Platform.Feedback.Inbox;

/// <summary>The cases as a table, in the order in which they are worked off: by deadline, never by luck.</summary>
internal static class FeedbackInbox
{
    public static ListShape<FeedbackCase> Shape { get; } = new ListShape<FeedbackCase>(one => one.Id)
        .Text("code", new("Mã", "Code"), one => OneTimeCodes.Shown(one.FollowCode), link: one => $"/feedback/{one.Id}")
        .Choice("kind", new("Việc", "About"), one => one.Kind,
            [.. Enum.GetValues<FeedbackKind>().Select(kind => (kind, Tone.Plain, kind.Short()))])
        .Text("name", new("Họ và tên", "Full name"), one => one.FullName)
        .Text("number", new("Số", "Number"), one => Shown.Masked(one.IdNumber))
        .Choice("state", new("Trạng thái", "State"), one => one.State, FeedbackTexts.States)
        .Choice("level", new("Mức", "Level"), one => one.Level, FeedbackTexts.Levels)
        .Moment("due", new("Hạn trả lời", "Due"), one => one.DueAt)
        .Narrow("which", new("Xem", "Show"), (cases, _) => cases,
        [
            new(FeedbackFilter.WaitsForCitizen, new("Chờ người dân", "Waiting for the citizen")), new(FeedbackFilter.WithPolice, new("Chờ công an", "With the police")), new(FeedbackFilter.Over, new("Đã xong", "Done")),
        ])
        .Search(new("tên không cần dấu", "a name without marks"), (cases, _) => cases)
        .SortedBy("due");

    /// <summary>The case after one in the order of work; at the end from the beginning, for those that were skipped.</summary>
    public static async Task<long?> NextOf(this PlatformDb db, FeedbackFilter filter, FeedbackCase? after, SignedIn me, CancellationToken stop)
    {
        var owed = (filter with { Which = null }).Of(db, me);
        var ordered = owed.OrderBy(one => one.DueAt).ThenBy(one => one.Id);
        if (after is null) return await ordered.Select(one => (long?)one.Id).FirstOrDefaultAsync(stop);
        var (due, id) = (after.DueAt, after.Id);
        return await ordered.Where(one => one.DueAt > due || (one.DueAt == due && one.Id > id)).Select(one => (long?)one.Id).FirstOrDefaultAsync(stop)
            ?? await ordered.Where(one => one.Id != id).Select(one => (long?)one.Id).FirstOrDefaultAsync(stop);
    }
}
