using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;
using XacThuc.Web.Jobs;
using XacThuc.Web.Tables;

namespace XacThuc.Web.Audit.Look;

/// <summary>What was done in the house, by whom, and whether the chain over it holds.</summary>
public sealed class AuditPage(HouseDb db, JobDesk desk, TimeProvider time) : PageModel
{
    // What nobody has done lately is found by the days.
    private const int LookedAtForKinds = 3000;

    /// <summary>The list.</summary>
    public ListView List { get; private set; } = null!;

    /// <summary>How far the chain held when it was walked last.</summary>
    public ChainState? Chain { get; private set; }

    /// <summary>Shows it, or gives it as a workbook.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var entries = await AuditSpan.Narrow(db, await AuditList.Of(db, me, stop), Request, stop);
        var isExport = AuditList.Shape.WantsWorkbook(Request);
        await db.Save(me.NewAct(time, isExport ? "audit.export" : "audit.view", "audit:all"), stop);
        if (isExport) return AuditList.Shape.Workbook(entries, Request, "audit");

        var kinds = await entries.OrderByDescending(entry => entry.Id).Take(LookedAtForKinds).Select(entry => entry.Kind).Distinct().ToListAsync(stop);
        Chain = await ChainState.Find(db, stop);
        List = await AuditList.Shape.Read(entries, Request, stop, new Dictionary<string, IReadOnlyList<ListChoice>>(StringComparer.Ordinal)
        {
            ["kind"] = [.. kinds.Select(kind => new ListChoice(kind, AuditWords.Of(kind))).OrderBy(choice => choice.Name.ToString(), StringComparer.Ordinal)],
        }) with
        {
            Empty = Speech.Say("Chưa có mục nào.", "There is no entry yet."),
        };
        return Page();
    }

    /// <summary>Has the whole chain walked.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var job = await desk.Ask<VerifyChain>(new { }, me.UnitId, null, me.NewAct(time, "audit.verify", "audit:all"), stop);
        return Redirect($"/jobs/{job.Id}");
    }
}
