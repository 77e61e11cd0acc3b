using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.Portal.My;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Visits;

/// <summary>Where a place's code leads: a visitor says that they go in or out, and shows the guard that they did.</summary>
internal sealed class PlacePage(PlatformDb db, CitizenSessions sessions, MyRecords records, DeclareVisit declare) : PageModel
{
    /// <summary>The place.</summary>
    public CheckPoint Place { get; private set; } = null!;

    /// <summary>For whom the session may declare.</summary>
    public IReadOnlyList<SeenRecord> People { get; private set; } = [];

    /// <summary>For whom.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The visit that the form would keep: sent twice, it is one.</summary>
    public Guid Visit { get; } = Guid.NewGuid();

    /// <summary>What was just kept.</summary>
    public Scan? Done { get; private set; }

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop)) return NotFound();
        if (await Citizen(stop) is null) return ToLookUp(code);
        return Page();
    }

    /// <summary>Keeps a visit.</summary>
    public async Task<IActionResult> OnPostAsync(string code, string? who, ScanWay way, Guid visit, CancellationToken stop)
    {
        if (!await Load(code, stop)) return NotFound();
        if (await Citizen(stop) is not { } citizen) return ToLookUp(code);
        if ((await declare.Run(citizen, code, who ?? "", way, visit, stop)).Refusal is { } refusal)
        {
            (Refusal, Response.StatusCode) = (refusal, Refusals.StatusOf(refusal.Kind));
            return Page();
        }

        Reference = who!;
        Done = await db.Set<Scan>().AsNoTracking().FirstOrDefaultAsync(scan => scan.Id == visit, stop);
        return Page();
    }

    private async Task<bool> Load(string code, CancellationToken stop)
    {
        if (await db.Set<CheckPoint>().AsNoTracking().FirstOrDefaultAsync(place => place.Code == code, stop) is not { } place) return false;
        Place = place;
        return true;
    }

    private async Task<Citizen?> Citizen(CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return null;
        People = [.. (await records.Of(citizen, stop)).Where(seen => seen.MayAct)];
        return citizen;
    }

    private LocalRedirectResult ToLookUp(string code)
    {
        ReturnPlace.Keep(HttpContext, code);
        return LocalRedirect("/portal/look-up");
    }
}
