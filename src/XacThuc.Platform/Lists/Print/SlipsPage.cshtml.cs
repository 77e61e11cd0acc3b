using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Documents;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Lists.Print;

/// <summary>A slip for each person of a list who must bring papers, to be printed and cut.</summary>
[Authorize(Policy = ListsAccess.Read)]
internal sealed class SlipsPage(PlatformDb db, HouseSettings house, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public SurveyList List { get; private set; } = null!;

    /// <summary>The slips.</summary>
    public SlipSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>The same as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(long id, CancellationToken stop) =>
        await Load(id, stop) && Sheet.Slips.Count > 0 ? File(FormPdf.Of(Sheet), FormPdf.Type, $"{List.Code}-phieu-moi.pdf") : NotFound();

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindSurvey(id, me, stop)).TryGet(out var list, out _)) return false;
        db.ChangeTracker.Clear();
        List = list;
        var people = await db.Set<ListedPerson>().AsNoTracking()
            .Where(person => person.ListId == id && (person.State == PersonState.ToComplete || person.State == PersonState.NotFound)).ToListAsync(stop);
        Sheet = CallSlips.Of(await ListOffices.Find(db, list, stop), people, house.Url);
        await db.Save(me.NewAct(time, "list.print", $"list:{list.Code}"), stop);
        return true;
    }
}
