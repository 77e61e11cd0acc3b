using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Bring;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.CheckPoints.Places;

/// <summary>Codes of many places in one print, one a sheet: all that are open, those of a file, or those that are ticked.</summary>
[Authorize(Policy = CheckPointsAccess.Look)]
internal sealed class PostersPage(PlatformDb db, BringPlaces bring, MessageOutbox outbox, TimeProvider time) : PageModel
{
    /// <summary>How many are printed at once.</summary>
    public const int Most = 300;

    /// <summary>Those that may be ticked.</summary>
    public IReadOnlyList<CheckPoint> Places { get; private set; } = [];

    /// <summary>Those that are, with what stands on them.</summary>
    public IReadOnlyList<(CheckPoint Place, CodePoster Poster)> Chosen { get; private set; } = [];

    /// <summary>Whether there are more.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The file whose places are meant; all where none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public long? FileId { get; set; }

    /// <summary>Those that are ticked; all where none is.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public long[]? Ticked { get; set; }

    /// <summary>The address of the same print as PDF.</summary>
    public string PdfHref => "/check-points/posters?handler=pdf" + (FileId is { } file ? $"&file={file}" : "") + string.Concat((Ticked ?? []).Select(id => $"&place={id}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    /// <summary>The same as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(CancellationToken stop)
    {
        if (!await Load(stop) || Chosen.Count == 0) return NotFound();
        var me = SignedIn.Get(User);
        await db.Save(me.NewAct(time, "place.print", $"unit:{me.UnitCode}", $"{Chosen.Count}"), stop);
        return File(FormPdf.Of(me.UnitCode, Chosen.Select(one => one.Poster)), FormPdf.Type, $"ma-qr-{me.UnitCode}.pdf");
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var open = db.CheckPointsOf(me).AsNoTracking().Where(place => place.ClosedAt == null);
        if (FileId is { } id)
        {
            if (await bring.FilesOf(me).AsNoTracking().FirstOrDefaultAsync(file => file.Id == id, stop) is not { } file) return false;
            if (!(await bring.Look(file, me, stop)).TryGet(out var found, out _)) return false;
            var ids = found.Rows.Select(row => row.There).OfType<CheckPoint>().Select(place => place.Id).Distinct().ToArray();
            open = open.Where(place => EF.Parameter(ids).Contains(place.Id));
        }

        var places = await open.OrderBy(place => place.UnitId).ThenBy(place => place.Id).Take(Most + 1).ToListAsync(stop);
        (IsCut, Places) = (places.Count > Most, [.. places.Take(Most)]);
        var unitIds = Places.Select(place => place.UnitId).Distinct().ToArray();
        var units = await db.Units.Where(unit => EF.Parameter(unitIds).Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        var ticked = (Ticked ?? []).ToHashSet();
        Chosen = [.. Places.Where(place => ticked.Count == 0 || ticked.Contains(place.Id)).Select(place => (place, PlacePoster.Of(place, units[place.UnitId], outbox)))];
        return true;
    }
}
