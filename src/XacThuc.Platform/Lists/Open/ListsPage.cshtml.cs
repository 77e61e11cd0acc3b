using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists.Bring;
using XacThuc.Platform.Lists.Registered;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Lists.Open;

/// <summary>How far the people of a list are.</summary>
internal sealed record ListCounts(int People, int Verified, int Incomplete);

/// <summary>The lists of the unit, and the way to a new one.</summary>
[Authorize(Policy = ListsAccess.Read)]
[RequestSizeLimit(UploadFolder.Largest + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = UploadFolder.Largest)]
internal sealed class ListsPage(PlatformDb db, OpenList open, BringPeople bring) : PageModel
{
    private const int Shown = 100;

    /// <summary>Lists, the last first.</summary>
    public IReadOnlyList<(SurveyList List, ListCounts Counts, string Unit)> Lists { get; private set; } = [];

    /// <summary>Earlier lists whose people a new one may take over.</summary>
    public IReadOnlyList<SurveyList> Earlier { get; private set; } = [];

    /// <summary>How many registered by themselves and wait for a list.</summary>
    public int Registered { get; private set; }

    /// <summary>Name of a new list, as typed.</summary>
    [BindProperty]
    public string? ListTitle { get; set; }

    /// <summary>Its dose.</summary>
    [BindProperty]
    public int Dose { get; set; } = 1;

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var lists = await db.ListsOf(me).AsNoTracking().OrderByDescending(list => list.Id).Take(Shown).ToListAsync(stop);
        var ids = lists.Select(list => list.Id).ToArray();
        var counts = await db.Set<ListedPerson>().Where(person => ids.Contains(person.ListId) && person.State != PersonState.Withdrawn)
            .GroupBy(person => person.ListId).Select(group => new
            {
                group.Key,
                People = group.Count(),
                Verified = group.Count(person => person.State == PersonState.Confirmed || person.State == PersonState.Corrected || person.State == PersonState.Foreigner),
                Incomplete = group.Count(person => person.State == PersonState.ToComplete || person.State == PersonState.NotFound),
            }).ToDictionaryAsync(group => group.Key, group => new ListCounts(group.People, group.Verified, group.Incomplete), stop);
        var unitIds = lists.Select(list => list.UnitId).Distinct().ToArray();
        var units = await db.Units.Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        Lists = [.. lists.Select(list => (list, counts.GetValueOrDefault(list.Id, new ListCounts(0, 0, 0)), units[list.UnitId]))];
        Registered = await db.WaitingFor(me).CountAsync(stop);
        Earlier = [.. lists.Where(list => list.UnitId == me.UnitId && list.State is ListState.Verified or ListState.Approved)];
    }

    /// <summary>Opens a list: with the people of a file or of an earlier list, or empty.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, long? earlier, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var opened = earlier is { } id
            ? await open.Follow(ListTitle ?? "", Dose, id, me, stop)
            : await open.Run(ListTitle ?? "", Dose, file is null ? ListSource.Hand : ListSource.File, file is null ? "" : Records.Import.BroughtTable.NameOf(file.FileName), me, stop);
        if (!opened.TryGet(out var list, out var refusal)) return await Refused(refusal, stop);
        if (file is null || earlier is not null) return LocalRedirect($"/lists/{list.Id}");
        await using var content = file.OpenReadStream();
        return (await bring.Take(list.Id, content, new FileFrom(file.FileName, ""), me, stop)).TryGet(out var next, out refusal)
            ? LocalRedirect(next)
            : await Refused(refusal, stop);
    }

    private async Task<IActionResult> Refused(Refusal refusal, CancellationToken stop)
    {
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }
}
