using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Certificates.Confirm;
using XacThuc.Platform.Certificates.Issue;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Certificates.Look;

/// <summary>Certificates of the own place: how many stand, what waits for a signature; issuing to all.</summary>
[Authorize(Policy = CertificatesAccess.Look)]
internal sealed class CertificatesPage(PlatformDb db, DrawConfirmation draw, JobDesk desk, TimeProvider time) : PageModel
{
    private const int Lists = 50;

    /// <summary>How many stand.</summary>
    public int Valid { get; private set; }

    /// <summary>How many were taken back and are not over.</summary>
    public int TakenBack { get; private set; }

    /// <summary>Doses of right records that stand on no list.</summary>
    public int Waiting { get; private set; }

    /// <summary>Lists, those that wait for a signature first.</summary>
    public IReadOnlyList<DoseConfirmation> Confirmations { get; private set; } = [];

    /// <summary>The last job that issued to all; none where there was none.</summary>
    public Job? Last { get; private set; }

    /// <summary>Whether a list may be drawn up.</summary>
    public bool MayDraw => CertificatesAccess.MayDraw(SignedIn.Get(User).Role);

    /// <summary>Whether certificates may be issued to all.</summary>
    public bool MayIssueAll => CertificatesAccess.MayIssueAll(SignedIn.Get(User).Role);

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (me, now) = (SignedIn.Get(User), time.GetUtcNow());
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var issued = db.Set<IssuedCertificate>().Where(one => EF.Parameter(units).Contains(one.UnitId) && one.ExpiresAt > now);
        Valid = await issued.CountAsync(one => one.State == CertificateState.Valid, stop);
        TakenBack = await issued.CountAsync(one => one.State != CertificateState.Valid, stop);
        Waiting = await DrawConfirmation.Waiting(db, units).CountAsync(stop);
        Confirmations = await (await db.ConfirmationsOf(me, stop)).AsNoTracking().OrderBy(one => one.SignedAt != null).ThenByDescending(one => one.Id).Take(Lists).ToListAsync(stop);
        if (MayIssueAll) Last = await db.Jobs.AsNoTracking().Where(job => job.Kind == IssueAll.Kind && job.UnitId == me.UnitId).OrderByDescending(job => job.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>Draws a list up.</summary>
    public async Task<IActionResult> OnPostDrawAsync(CancellationToken stop)
    {
        if ((await draw.Run(SignedIn.Get(User), stop)).TryGet(out var list, out var refusal)) return LocalRedirect($"/certificates/confirm/{list.Code}");
        db.ChangeTracker.Clear();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }

    /// <summary>Issues to all.</summary>
    public async Task<IActionResult> OnPostIssueAsync(CancellationToken stop)
    {
        if (!MayIssueAll) return Forbid();
        var me = SignedIn.Get(User);
        var job = await desk.Ask<IssueAll>(new { }, me.UnitId, null, me.NewAct(time, "certificate.issue_all", $"unit:{me.UnitCode}"), stop);
        return LocalRedirect($"/jobs/{job.Id}");
    }
}
