using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Cleaning.Print;

/// <summary>The list in the administrative form, to be printed on A4 and filled in by hand. Its own words are Vietnamese always.</summary>
[Authorize(Policy = RecordsAccess.Read)]
internal sealed class PrintPage(PlatformDb db, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public CleaningList List { get; private set; } = null!;

    /// <summary>All its rows.</summary>
    public IReadOnlyList<CleaningRow> Rows { get; private set; } = [];

    /// <summary>The unit that drew it up.</summary>
    public Unit Unit { get; private set; } = null!;

    /// <summary>The unit above it; none where the house knows none.</summary>
    public string Above { get; private set; } = "";

    /// <summary>Name of the commune.</summary>
    public string Commune { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindList(id, me, stop)).TryGet(out var list, out _)) return NotFound();
        List = list;
        Unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == list.UnitId, stop);
        var above = await db.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.DistrictHealthCentre).ToListAsync(stop);
        Above = above.Find(unit => Unit.Path.StartsWith(unit.Path, StringComparison.Ordinal))?.Name ?? "";
        var code = list.CommuneCode.Length > 0 ? list.CommuneCode : Unit.PlaceCode;
        Commune = await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && place.Code == code)
            .OrderByDescending(place => place.ValidTo == null).Select(place => place.Name).FirstOrDefaultAsync(stop) ?? code;
        Rows = await db.Set<CleaningRow>().AsNoTracking().Where(row => row.ListId == id).OrderBy(row => row.Number).ToListAsync(stop);
        db.ChangeTracker.Clear();
        await db.Save(me.NewAct(time, "cleaning.print", $"cleaning:{list.Code}"), stop);
        return Page();
    }
}
