using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Authentication.Run;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Authentication.Results;

/// <summary>One run: how far it is, then its figures.</summary>
[Authorize(Policy = RecordsAccess.Figures)]
internal sealed class RunPage(PlatformDb db) : PageModel
{
    /// <summary>The job.</summary>
    public Job Job { get; private set; } = null!;

    /// <summary>The run; none before its job began.</summary>
    public AuthenticationRun? Run { get; private set; }

    /// <summary>The figures, once it has ended.</summary>
    public RunFigures? Figures { get; private set; }

    /// <summary>Whether records may be seen, not only figures.</summary>
    public bool MaySeeRecords => RecordsAccess.RightOf(SignedIn.Get(User).Role) >= RecordsRight.Read;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, SignedIn.Get(User), stop);
        if (await db.Jobs.AsNoTracking().FirstOrDefaultAsync(
            job => job.Id == id && job.Kind == AuthenticateRun.Kind && units.Contains(job.UnitId), stop) is not { } job) return NotFound();
        Job = job;
        Run = await db.Set<AuthenticationRun>().AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, stop);
        if (Run?.EndedAt is not null) Figures = await RunFigures.Of(db, id, MaySeeRecords, stop);
        return Page();
    }
}
