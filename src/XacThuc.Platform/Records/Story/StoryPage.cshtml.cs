using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Records.Phones;
using XacThuc.Platform.Vaccines.Schedules;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Records.Story;

/// <summary>A record and all that happened to it.</summary>
[Authorize(Policy = RecordsAccess.Read)]
internal sealed class StoryPage(PlatformDb db, RecordStory story, ChangePhone change, TimeProvider time) : PageModel
{
    /// <summary>The record.</summary>
    public VaccinationRecord Record { get; private set; } = null!;

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<StoryEvent> Events { get; private set; } = [];

    /// <summary>Doses that the person was given, and those that count no more.</summary>
    public DosesShown Doses { get; private set; } = null!;

    /// <summary>Records of the same person: the one that this was joined into, and those that were joined into this.</summary>
    public IReadOnlyList<VaccinationRecord> Joined { get; private set; } = [];

    /// <summary>What is due next, disease by disease; nothing before the first dose.</summary>
    public IReadOnlyList<DoseDue> Due { get; private set; } = [];

    /// <summary>Whether it may be corrected.</summary>
    public bool MayCorrect => RecordsAccess.RightOf(SignedIn.Get(User).Role) == RecordsRight.Write;

    /// <summary>Why the phone was not changed.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) =>
        await Load(reference, SignedIn.Get(User), stop) ? Page() : NotFound();

    /// <summary>Changes the phone on record.</summary>
    public async Task<IActionResult> OnPostPhoneAsync(string reference, string? phone, string? reason, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if ((await change.Run(reference, phone, reason, me, stop)).Refusal is not { } refusal) return LocalRedirect($"/records/{reference}");
        db.ChangeTracker.Clear();
        if (refusal.Kind == RefusalKind.NotThere || !await Load(reference, me, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(string reference, SignedIn me, CancellationToken stop)
    {
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out _)) return false;
        Record = record;
        Events = await story.Of(record, stop);
        Doses = await DosesShown.Of(db, record, Shown.Day(time.GetUtcNow()), stop);
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        Joined = await db.Set<VaccinationRecord>().AsNoTracking()
            .Where(other => (other.Id == record.JoinedIntoId || other.JoinedIntoId == record.Id) && units.Contains(other.UnitId)).OrderBy(other => other.Id).ToListAsync(stop);
        Due = Doses.Due;
        db.ChangeTracker.Clear();
        await db.Save(me.NewAct(time, "record.view", $"record:{reference}"), stop);
        return true;
    }
}
