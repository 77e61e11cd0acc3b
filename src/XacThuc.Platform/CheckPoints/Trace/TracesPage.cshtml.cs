using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Trace;

/// <summary>Queries of the health centre, and the form of a new one.</summary>
[Authorize(Policy = CheckPointsAccess.Trace)]
internal sealed class TracesPage(PlatformDb db, AskTrace ask, CheckPointsSettings settings) : PageModel
{
    private const int Most = 100;

    /// <summary>The last first.</summary>
    public IReadOnlyList<TraceQuery> Queries { get; private set; } = [];

    /// <summary>What the form says.</summary>
    [BindProperty(Name = "")]
    public TraceForm Form { get; set; } = new();

    /// <summary>For how many days scans are kept.</summary>
    public int KeepDays => settings.KeepDays;

    /// <summary>Why nothing was asked.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Who looks.</summary>
    public string Me => SignedIn.Get(User).Name;

    public async Task OnGetAsync(CancellationToken stop) =>
        Queries = await db.QueriesOf(SignedIn.Get(User)).AsNoTracking().OrderByDescending(query => query.Id).Take(Most).ToListAsync(stop);

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if ((await ask.Ask(Form, SignedIn.Get(User), stop)).TryGet(out var query, out var refusal)) return LocalRedirect($"/check-points/trace/{query.Id}");
        db.ChangeTracker.Clear();
        (Refusal, Response.StatusCode) = (refusal, Refusals.StatusOf(refusal.Kind));
        await OnGetAsync(stop);
        return Page();
    }
}
