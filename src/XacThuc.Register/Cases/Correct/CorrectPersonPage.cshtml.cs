using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Weighing;
using XacThuc.Register.Cases.Decide;
using XacThuc.Register.Cases.Inbox;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cases.Correct;

/// <summary>The register is wrong: what the likeliest person should read, and on which paper.</summary>
[Authorize(Policy = CasesAccess.Decide)]
internal sealed class CorrectPersonPage(RegisterDb db, Candidates candidates, ProposeCorrection propose, TimeProvider time) : PageModel
{
    /// <summary>The list that is being worked off.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    /// <summary>The case.</summary>
    public Case Case { get; private set; } = null!;

    /// <summary>Whom it may be about.</summary>
    public IReadOnlyList<Explanation> People { get; private set; } = [];

    /// <summary>Why nothing was proposed.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "case.view", $"case:{id}"), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        long id, string? person, string? fullName, string? sex, string? dateOfBirth, string? paper, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var proposed = await propose.Run(
            id, new Correction(person ?? "", fullName ?? "", sex ?? "", dateOfBirth ?? "", paper ?? ""), me, stop);
        if (proposed.Refusal is null)
            return Redirect(await db.NextOf(Filter, id, me, stop) is { } next ? $"/cases/{next}{Filter.Query}" : "/cases/second-look?proposed=true");
        Refusal = proposed.Refusal;
        if (!await Load(id, me, stop)) return NotFound();
        Response.StatusCode = Refusals.StatusOf(proposed.Refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (await (await db.CasesOf(me, stop)).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found) return false;
        (Case, People) = (found, await candidates.Of(found, stop));
        return true;
    }
}
