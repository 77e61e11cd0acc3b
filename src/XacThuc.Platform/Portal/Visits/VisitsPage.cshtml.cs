using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.CheckPoints;
using XacThuc.Platform.Portal.My;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Visits;

/// <summary>Where a citizen, or a child whom they answer for, was, as long as it is kept; and who may see it.</summary>
internal sealed class VisitsPage(PlatformDb db, CitizenSessions sessions, MyRecords records, OwnVisits visits, CheckPointsSettings settings, TimeProvider time) : PageModel
{
    /// <summary>The record.</summary>
    public SeenRecord Seen { get; private set; } = null!;

    /// <summary>The visits.</summary>
    public IReadOnlyList<OwnVisit> Visits { get; private set; } = [];

    /// <summary>For how many days they are kept.</summary>
    public int KeepDays => settings.KeepDays;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out _) || !seen.MayAct) return NotFound();
        (Seen, Visits) = (seen, await visits.Of(seen.Record, stop));
        await db.Save(new Act(seen.Actor, time.GetUtcNow(), "record.visits", seen.Subject), stop);
        return Page();
    }
}
