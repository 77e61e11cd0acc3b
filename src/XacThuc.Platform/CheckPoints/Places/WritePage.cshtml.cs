using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Places;

/// <summary>A place is registered here, or changed.</summary>
[Authorize(Policy = CheckPointsAccess.Run)]
internal sealed class WritePage(PlatformDb db, WritePlace write) : PageModel
{
    /// <summary>The place; none for a new one.</summary>
    public long? Id { get; private set; }

    /// <summary>What the form says.</summary>
    [BindProperty(Name = "")]
    public PlaceForm Form { get; set; } = new();

    /// <summary>Why it was not kept.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken stop)
    {
        Id = id;
        if (id is not { } known) return Page();
        if (!(await db.FindKeptCheckPoint(known, SignedIn.Get(User), stop)).TryGet(out var place, out _)) return NotFound();
        Form = new PlaceForm { Name = place.Name, Address = place.Address, Kind = place.Kind, Responsible = place.Responsible, Phone = place.Phone };
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken stop)
    {
        if ((await write.Run(id, Form, SignedIn.Get(User), stop)).TryGet(out var place, out var refusal)) return LocalRedirect($"/check-points/{place.Id}");
        if (refusal.Kind == RefusalKind.NotThere) return NotFound();
        (Id, Refusal) = (id, refusal);
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
