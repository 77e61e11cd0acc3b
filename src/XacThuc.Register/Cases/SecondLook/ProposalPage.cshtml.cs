using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cases.SecondLook;

/// <summary>A group that one officer proposed, as the second one looks at it: what would be released, then yes or no.</summary>
[Authorize(Policy = CasesAccess.Decide)]
internal sealed class ProposalPage(RegisterDb db, BulkCandidates candidates, LookAtProposal look, TimeProvider time) : PageModel
{
    /// <summary>What is proposed.</summary>
    public BulkProposal Proposal { get; private set; } = null!;

    /// <summary>Which draw the rows to be looked at closely are of.</summary>
    [BindProperty(SupportsGet = true)]
    public int Draw { get; set; } = BulkSample.NewDraw();

    /// <summary>Whether the other rows are shown too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>What would still be released: rows to be looked at closely, and the others.</summary>
    public (IReadOnlyList<BulkCase> Drawn, IReadOnlyList<BulkCase> Others) Rows { get; private set; } = ([], []);

    /// <summary>Who looks.</summary>
    public SignedIn Me { get; private set; } = null!;

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await db.Save(Me.NewAct(time, "bulk.view", $"proposal:{id}", $"{Rows.Drawn.Count + Rows.Others.Count}"), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, bool approve, CancellationToken stop)
    {
        var looked = await look.Run(id, approve, SignedIn.Get(User), stop);
        if (looked.Refusal is null) return Redirect("/cases/second-look");
        Refusal = looked.Refusal;
        db.ChangeTracker.Clear();
        if (!await Load(id, stop)) return NotFound();
        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        Me = SignedIn.Get(User);
        if (await db.BulkOf(Me).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found) return false;
        Proposal = found;
        if (found.State != ProposalState.Open) return true;
        var proposed = BulkProposal.Read(found.Cases).ToDictionary(one => one.Id, one => one.Version);
        var cases = new List<Case>(proposed.Count);
        foreach (var part in proposed.Keys.Chunk(500))
            cases.AddRange(await db.Cases.AsNoTracking().Where(one => part.Contains(one.Id) && one.State == CaseState.Proposed).ToListAsync(stop));
        Rows = BulkSample.Of(await candidates.Of([.. cases.Where(one => proposed[one.Id] == one.Version)], stop), Draw);
        return true;
    }
}
