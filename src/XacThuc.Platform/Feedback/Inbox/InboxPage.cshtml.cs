using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Tables;

namespace XacThuc.Platform.Feedback.Inbox;

/// <summary>What citizens reported and the unit owes an answer to, the next to be late first.</summary>
[Authorize(Policy = FeedbackAccess.Review)]
internal sealed class InboxPage(PlatformDb db, TimeProvider time) : PageModel
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public FeedbackFilter Filter { get; set; } = new();

    /// <summary>The list.</summary>
    public ListView List { get; private set; } = null!;

    /// <summary>How many are owed, how many of them are due within eight hours, how many are late.</summary>
    public (int Owed, int Soon, int Late) Counts { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var cases = Filter.Of(db, me).AsNoTracking();
        if (FeedbackInbox.Shape.WantsWorkbook(Request))
        {
            await db.Save(me.NewAct(time, "feedback.export", "feedback:inbox"), stop);
            return FeedbackInbox.Shape.Workbook(cases, Request, "phan-anh");
        }

        var now = time.GetUtcNow();
        var soon = now.AddHours(8);
        var owed = new FeedbackFilter { Unit = Filter.Unit }.Of(db, me);
        var levels = await owed.GroupBy(one => one.DueAt <= now ? 2 : one.DueAt <= soon ? 1 : 0).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop);
        int Of(int key) => levels.Find(level => level.Key == key)?.Count ?? 0;
        Counts = (Of(0) + Of(1) + Of(2), Of(1), Of(2));
        List = (await FeedbackInbox.Shape.Read(cases, Request, stop)).WithLinks(address => address + Filter.Query) with
        {
            Empty = Speech.Say(
                "Không còn phản ánh nào chờ trả lời. Phản ánh mới của người dân sẽ hiện ở đây.",
                "No report waits for an answer. New ones appear here."),
        };
        await db.Save(me.NewAct(time, "feedback.list", "feedback:inbox"), stop);
        return Page();
    }
}
