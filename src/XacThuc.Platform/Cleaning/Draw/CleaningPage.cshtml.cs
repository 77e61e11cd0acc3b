using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Cleaning.Draw;

/// <summary>How far the rows of a list are.</summary>
internal sealed record ListCounts(int Filled, int Decided, int Applied);

/// <summary>The lists of the unit, and the way to a new one.</summary>
[Authorize(Policy = RecordsAccess.Read)]
internal sealed class CleaningPage(PlatformDb db, DrawList draw) : PageModel
{
    private const int Shown = 100;

    /// <summary>Lists, the last first.</summary>
    public IReadOnlyList<(CleaningList List, ListCounts Counts)> Lists { get; private set; } = [];

    /// <summary>What could be drawn up, of each unit.</summary>
    public IReadOnlyList<(Unit Unit, IReadOnlyList<Drawable> Records)> Drawable { get; private set; } = [];

    /// <summary>Names of communes by code.</summary>
    public IReadOnlyDictionary<string, string> Communes { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether lists may be drawn up.</summary>
    public bool MayDraw => RecordsAccess.RightOf(SignedIn.Get(User).Role) == RecordsRight.Write;

    /// <summary>Why none was.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var lists = await db.Set<CleaningList>().AsNoTracking().Where(list => units.Contains(list.UnitId))
            .OrderByDescending(list => list.Id).Take(Shown).ToListAsync(stop);
        var ids = lists.Select(list => list.Id).ToArray();
        var counts = await db.Set<CleaningRow>().Where(row => ids.Contains(row.ListId)).GroupBy(row => row.ListId)
            .Select(group => new
            {
                group.Key,
                Filled = group.Count(row => row.FilledName != null || row.FilledSex != null || row.FilledDate != null || row.FilledNumber != null),
                Decided = group.Count(row => row.Verdict != null),
                Applied = group.Count(row => row.State == RowState.Applied || row.State == RowState.Unchanged),
            }).ToDictionaryAsync(group => group.Key, group => new ListCounts(group.Filled, group.Decided, group.Applied), stop);
        Lists = [.. lists.Select(list => (list, counts.GetValueOrDefault(list.Id, new ListCounts(0, 0, 0))))];
        if (!MayDraw) return;

        var drawable = new List<(Unit Unit, IReadOnlyList<Drawable> Records)>();
        foreach (var unit in await db.Units.AsNoTracking().Where(unit => units.Contains(unit.Id) &&
            (unit.Kind == UnitKind.HealthStation || unit.Kind == UnitKind.VaccinationFacility)).OrderBy(unit => unit.Code).ToListAsync(stop))
        {
            if (await draw.Count(unit.Id, stop) is { Count: > 0 } records) drawable.Add((unit, records));
        }

        Drawable = drawable;
        var codes = drawable.SelectMany(one => one.Records).Select(one => one.Commune).Distinct(StringComparer.Ordinal).ToArray();
        var names = await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && codes.Contains(place.Code))
            .OrderBy(place => place.ValidTo == null).Select(place => new { place.Code, place.Name }).ToListAsync(stop);
        Communes = names.DistinctBy(name => name.Code, StringComparer.Ordinal).ToDictionary(name => name.Code, name => name.Name, StringComparer.Ordinal);
    }

    public async Task<IActionResult> OnPostAsync(string? which, int most, CancellationToken stop)
    {
        if (!MayDraw) return Forbid();
        if ((which ?? "").Split('|') is not [var unit, var commune, var hamlet]) (unit, commune, hamlet) = ("?", "", "");
        var drawn = await draw.Run(new Wanted(unit, commune, hamlet, most > 0 ? most : DrawList.Longest), SignedIn.Get(User), stop);
        if (drawn.TryGet(out var list, out var refusal)) return LocalRedirect($"/cleaning/{list.Id}");
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }
}
