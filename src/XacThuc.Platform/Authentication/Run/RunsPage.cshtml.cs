using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Jobs;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Authentication.Run;

/// <summary>Starts runs; below, those that were.</summary>
[Authorize(Policy = RecordsAccess.Figures)]
internal sealed class RunsPage(PlatformDb db, StartRun start) : PageModel
{
    private const int Shown = 30;

    /// <summary>Units whose records may be authenticated.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>Runs, the last first, each with its job.</summary>
    public IReadOnlyList<(Job Job, AuthenticationRun? Run)> Runs { get; private set; } = [];

    /// <summary>Whether runs may be started.</summary>
    public bool MayStart => RecordsAccess.RightOf(SignedIn.Get(User).Role) == RecordsRight.Write;

    /// <summary>Why none was started.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, SignedIn.Get(User), stop);
        Units = await db.Units.AsNoTracking().Where(unit => units.Contains(unit.Id) &&
            (unit.Kind == UnitKind.HealthStation || unit.Kind == UnitKind.VaccinationFacility)).OrderBy(unit => unit.Code).ToListAsync(stop);
        var jobs = await db.Jobs.AsNoTracking().Where(job => job.Kind == AuthenticateRun.Kind && units.Contains(job.UnitId))
            .OrderByDescending(job => job.Id).Take(Shown).ToListAsync(stop);
        var ids = jobs.Select(job => job.Id).ToArray();
        var runs = await db.Set<AuthenticationRun>().AsNoTracking().Where(run => ids.Contains(run.Id)).ToDictionaryAsync(run => run.Id, stop);
        Runs = [.. jobs.Select(job => (job, runs.GetValueOrDefault(job.Id)))];
    }

    public async Task<IActionResult> OnPostAsync(string? unit, bool onlyNew, CancellationToken stop)
    {
        if (!MayStart) return Forbid();
        var result = await start.Start(unit, onlyNew ? RunScope.NotYet : RunScope.All, new IdempotencyKey(null), SignedIn.Get(User), stop);
        if (result.TryGet(out var job, out var refusal)) return LocalRedirect($"/authentication/{job.Id}");
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }
}
