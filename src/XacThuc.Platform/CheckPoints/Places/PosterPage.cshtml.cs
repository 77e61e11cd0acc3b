using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.CheckPoints.Places;

/// <summary>The place's own code, to be put up at its entrance: 15 cm wide on A4.</summary>
[Authorize(Policy = CheckPointsAccess.Look)]
internal sealed class PosterPage(PlatformDb db, MessageOutbox outbox, TimeProvider time) : PageModel
{
    /// <summary>The place.</summary>
    public CheckPoint Place { get; private set; } = null!;

    /// <summary>What stands on it.</summary>
    public CodePoster Poster { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>The same as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(long id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await db.Save(SignedIn.Get(User).NewAct(time, "place.print", Place.Subject), stop);
        return File(FormPdf.Of(Poster), FormPdf.Type, $"{Place.Code}.pdf");
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        if (!(await db.FindCheckPoint(id, SignedIn.Get(User), stop)).TryGet(out var place, out _)) return false;
        var unit = await db.Units.Where(unit => unit.Id == place.UnitId).Select(unit => unit.Name).FirstAsync(stop);
        (Place, Poster) = (place, PlacePoster.Of(place, unit, outbox));
        return true;
    }
}
