using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Register.Cases.Inbox;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cases.Bulk;

/// <summary>All cases of one reason at once: what would be released, to be proposed to a second officer.</summary>
[Authorize(Policy = CasesAccess.Decide)]
internal sealed class BulkPage(ProposeBulk propose, RegisterDb db, TimeProvider time) : PageModel
{
    /// <summary>Which cases.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    /// <summary>Which draw the rows to be looked at closely are of.</summary>
    [BindProperty(SupportsGet = true)]
    public int Draw { get; set; } = BulkSample.NewDraw();

    /// <summary>Whether the other rows are shown too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>What would be released: rows to be looked at closely, and the others.</summary>
    public (IReadOnlyList<BulkCase> Drawn, IReadOnlyList<BulkCase> Others) Rows { get; private set; } = ([], []);

    /// <summary>How many would be released.</summary>
    public int Count => Rows.Drawn.Count + Rows.Others.Count;

    /// <summary>Why nothing was proposed.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        Rows = BulkSample.Of(await propose.Preview(Filter, me, stop), Draw);
        await db.Save(me.NewAct(time, "bulk.view", $"reason:{Filter.Reason}", $"{Count}"), stop);
    }

    public async Task<IActionResult> OnPostAsync(long[] without, string? seen, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var proposed = await propose.Run(Filter, SeenCases.Read(seen ?? "").Where(one => !without.Contains(one.Id)), me, stop);
        if (proposed.Refusal is null) return Redirect("/cases/second-look?proposed=1");
        Refusal = proposed.Refusal;
        Rows = BulkSample.Of(await propose.Preview(Filter, me, stop), Draw);
        return Page();
    }
}
