using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Records.Story;

/// <summary>A record and all that happened to it.</summary>
[Authorize(Policy = RecordsAccess.Read)]
internal sealed class StoryPage(PlatformDb db, RecordStory story, TimeProvider time) : PageModel
{
    /// <summary>The record.</summary>
    public VaccinationRecord Record { get; private set; } = null!;

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<StoryEvent> Events { get; private set; } = [];

    /// <summary>Whether it may be corrected.</summary>
    public bool MayCorrect => RecordsAccess.RightOf(SignedIn.Get(User).Role) == RecordsRight.Write;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out _)) return NotFound();
        Record = record;
        Events = await story.Of(record, stop);
        db.ChangeTracker.Clear();
        await db.Save(me.NewAct(time, "record.view", $"record:{reference}"), stop);
        return Page();
    }
}
