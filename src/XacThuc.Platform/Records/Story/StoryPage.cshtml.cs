using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Schedules;
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

    /// <summary>Doses that the person was given, those that count.</summary>
    public IReadOnlyList<Dose> Doses { get; private set; } = [];

    /// <summary>What is due next, disease by disease; nothing before the first dose.</summary>
    public IReadOnlyList<DoseDue> Due { get; private set; } = [];

    /// <summary>Whether it may be corrected.</summary>
    public bool MayCorrect => RecordsAccess.RightOf(SignedIn.Get(User).Role) == RecordsRight.Write;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out _)) return NotFound();
        Record = record;
        Events = await story.Of(record, stop);
        Doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == record.Id && dose.State == DoseState.Valid)
            .OrderBy(dose => dose.GivenOn).ThenBy(dose => dose.Id).ToListAsync(stop);
        Due = DueOf(record, Doses);
        db.ChangeTracker.Clear();
        await db.Save(me.NewAct(time, "record.view", $"record:{reference}"), stop);
        return Page();
    }

    private static IReadOnlyList<DoseDue> DueOf(VaccinationRecord record, IReadOnlyList<Dose> doses)
    {
        var person = new Vaccinee(record.BornOn == 0 ? default : PartialDate.FromPacked((uint)record.BornOn));
        IReadOnlyList<DoseGiven> given = [.. doses.Select(dose => new DoseGiven(ProductCode.Parse(dose.Product), dose.GivenOn, dose.Number))];
        return
        [
            .. given.Select(dose => VaccineCatalogue.Standard.FindSchedule(dose.Product)).OfType<Schedule>().Distinct()
                .Select(schedule => schedule.FindNextDue(person, given)).OfType<DoseDue>(),
        ];
    }
}
