using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Tables;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Records.Wrong;

/// <summary>The work-list of records that are not right.</summary>
[Authorize(Policy = RecordsAccess.Read)]
internal sealed class WrongPage(PlatformDb db, WrongRecords wrong, TimeProvider time) : PageModel
{
    /// <summary>What is wanted.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public WrongFilter Filter { get; set; } = new();

    /// <summary>The list.</summary>
    public ListView List { get; private set; } = null!;

    /// <summary>Whether they may be corrected, and what the police settled taken over.</summary>
    public bool MayWrite => RecordsAccess.RightOf(SignedIn.Get(User).Role) == RecordsRight.Write;

    /// <summary>Where working them off begins.</summary>
    public string? First { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var records = await wrong.Of(Filter, me, stop);
        if (WrongList.Shape.WantsWorkbook(Request))
        {
            await db.Save(me.NewAct(time, "records.export", "records:wrong"), stop);
            return WrongList.Shape.Workbook(records, Request, "wrong-records");
        }

        var correct = MayWrite ? "/correct" : "";
        var communes = await Communes(me, stop);
        var list = await WrongList.Shape.Read(records, Request, stop, new Dictionary<string, IReadOnlyList<ListChoice>>(StringComparer.Ordinal)
        {
            ["commune"] = communes,
            ["hamlet"] = await Hamlets(communes is [var only] ? only.Key : Filter.Commune, me, stop),
        });
        List = list.WithLinks(reference => $"/records/{reference}{correct}{Filter.Query}") with
        {
            Empty = Speech.Say(
                "Không còn hồ sơ nào chưa đúng. Sau mỗi lần xác thực, hồ sơ sai hoặc chưa so được sẽ hiện ở đây.",
                "No record is left that is not right. After each run, records that are wrong or could not be compared appear here."),
        };
        var first = list.Count == 0 ? null : await wrong.Neighbour(0, isNext: true, Filter, me, stop);
        First = first is null ? null : $"/records/{first}{correct}{Filter.Query}";
        await db.Save(me.NewAct(time, "records.list", "records:wrong"), stop);
        return Page();
    }

    // Hamlets of several communes share names: there is a choice once the commune is clear.
    private async Task<ListChoice[]> Hamlets(string? commune, SignedIn me, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(commune)) return [];
        var records = await wrong.Of(new WrongFilter { Commune = commune }, me, stop);
        var names = await records.Where(record => record.Hamlet != "").Select(record => record.Hamlet).Distinct().OrderBy(hamlet => hamlet).ToListAsync(stop);
        return [.. names.Select(name => new ListChoice(name, Bilingual.Same(name)))];
    }

    private async Task<ListChoice[]> Communes(SignedIn me, CancellationToken stop)
    {
        var places = await db.Places.AsNoTracking()
            .Where(place => place.Level == PlaceLevel.Commune && place.Path.StartsWith(me.Path) && place.ValidTo == null)
            .OrderBy(place => place.Code).Select(place => new { place.Code, place.Name }).ToListAsync(stop);
        return [.. places.Select(place => new ListChoice(place.Code, Bilingual.Same(place.Name)))];
    }
}
