using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists.Likeness;

/// <summary>The other one of a pair.</summary>
/// <param name="Where">The list or unit that has it.</param>
/// <param name="Written">Its four fields.</param>
/// <param name="Hamlet">Its hamlet.</param>
/// <param name="Href">Where it can be looked at; none where it is out of reach.</param>
internal sealed record Other(string Where, Matching.WrittenRecord Written, string Hamlet, string? Href)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Other);
}

/// <summary>Pairs that may be one person, the likeliest first, to be settled one by one.</summary>
[Authorize(Policy = ListsAccess.Read)]
internal sealed class AlikePage(PlatformDb db, SettleAlike settle, TimeProvider time) : PageModel
{
    private const int Most = 100;

    /// <summary>The list.</summary>
    public SurveyList List { get; private set; } = null!;

    /// <summary>Open pairs.</summary>
    public IReadOnlyList<(Alike Alike, ListedPerson Person, Other Other)> Pairs { get; private set; } = [];

    /// <summary>How many are open in all.</summary>
    public int Open { get; private set; }

    /// <summary>How many rows can be linked with their records at once.</summary>
    public int Certain { get; private set; }

    /// <summary>Whether whoever looks may settle them.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "list.view", $"list:{List.Code}", "alike"), stop);
        return Page();
    }

    /// <summary>Settles a pair.</summary>
    public async Task<IActionResult> OnPostAsync(long id, long pair, bool same, CancellationToken stop) =>
        await Done(id, (await settle.Run(id, pair, same, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Links rows with their records.</summary>
    public async Task<IActionResult> OnPostLinkAsync(long id, CancellationToken stop) =>
        await Done(id, (await settle.LinkCertain(id, SignedIn.Get(User), stop)).Refusal, stop);

    private async Task<IActionResult> Done(long id, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/lists/{id}/alike");
        db.ChangeTracker.Clear();
        if (!await Load(id, SignedIn.Get(User), stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSurvey(id, me, stop)).TryGet(out var list, out _)) return false;
        db.ChangeTracker.Clear();
        (List, MayWrite) = (list, list.IsOpen && ListsAccess.WritesFor(me, list.UnitId));
        var open = db.Set<Alike>().AsNoTracking().Where(alike => alike.ListId == id && alike.State == AlikeState.Open);
        Open = await open.CountAsync(stop);
        Certain = await open.CountAsync(alike => alike.OtherKind == OtherKind.Record && alike.HasSameNumber && alike.Probability >= SettleAlike.Certain, stop);
        var first = await open.OrderBy(alike => alike.OtherKind).ThenByDescending(alike => alike.Probability).ThenBy(alike => alike.Id).Take(Most).ToListAsync(stop);
        var ids = first.Select(alike => alike.PersonId).ToArray();
        var people = await db.Set<ListedPerson>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, stop);
        var listed = await Listed(first, me, stop);
        var records = await Records(first, me, stop);
        Pairs = [.. first.Select(alike => (alike, people[alike.PersonId], (alike.OtherKind == OtherKind.Record ? records : listed).GetValueOrDefault(alike.OtherId)))
            .Where(pair => pair.Item3 is not null).Select(pair => (pair.alike, pair.Item2, pair.Item3!))];
        return true;
    }

    private async Task<Dictionary<long, Other>> Listed(List<Alike> pairs, SignedIn me, CancellationToken stop)
    {
        var ids = pairs.Where(alike => alike.OtherKind != OtherKind.Record).Select(alike => alike.OtherId).ToArray();
        var reached = await db.ListsOf(me).Select(list => list.Id).ToListAsync(stop);
        var found = await db.Set<ListedPerson>().AsNoTracking().Where(person => ids.Contains(person.Id))
            .Join(db.Set<SurveyList>(), person => person.ListId, list => list.Id, (person, list) => new { person, list.Title }).ToListAsync(stop);
        return found.ToDictionary(pair => pair.person.Id, pair => new Other(
            $"{pair.Title}, {pair.person.Number}", pair.person.Written, pair.person.Hamlet,
            reached.Contains(pair.person.ListId) ? $"/lists/{pair.person.ListId}/people/{pair.person.Number}" : null));
    }

    private async Task<Dictionary<long, Other>> Records(List<Alike> pairs, SignedIn me, CancellationToken stop)
    {
        var ids = pairs.Where(alike => alike.OtherKind == OtherKind.Record).Select(alike => alike.OtherId).ToArray();
        var reached = await RecordsAccess.UnitsOf(db, me, stop);
        var found = await db.Set<VaccinationRecord>().AsNoTracking().Where(record => ids.Contains(record.Id))
            .Join(db.Units, record => record.UnitId, unit => unit.Id, (record, unit) => new { record, unit.Name }).ToListAsync(stop);
        return found.ToDictionary(pair => pair.record.Id, pair => new Other(
            pair.Name, pair.record.Written, pair.record.Hamlet, reached.Contains(pair.record.UnitId) ? $"/records/{pair.record.Ref}" : null));
    }
}
