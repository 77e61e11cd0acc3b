using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Cases.Bulk;
using XacThuc.Register.Cases.Correct;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cases.SecondLook;

/// <summary>What waits for a second pair of eyes: releases in bulk, and corrections of the register.</summary>
[Authorize(Policy = CasesAccess.Decide)]
internal sealed class SecondLookPage(RegisterDb db, LookAtCorrection corrections) : PageModel
{
    /// <summary>Bulk proposals, newest first.</summary>
    public IReadOnlyList<BulkProposal> Proposals { get; private set; } = [];

    /// <summary>Corrections of the register that wait, oldest first.</summary>
    public IReadOnlyList<RegisterCorrection> Corrections { get; private set; } = [];

    /// <summary>Who looks.</summary>
    public SignedIn Me { get; private set; } = null!;

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether something was proposed just now.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Proposed { get; set; }

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPostCorrectionAsync(long id, bool approve, CancellationToken stop) =>
        await Done((await corrections.Run(id, approve, SignedIn.Get(User), stop)).Refusal, stop);

    private async Task<IActionResult> Done(Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return Redirect("/cases/second-look");
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        await Load(stop);
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        Me = SignedIn.Get(User);
        Proposals = await db.BulkOf(Me).AsNoTracking()
            .OrderBy(one => one.State).ThenByDescending(one => one.Id).Take(50).ToListAsync(stop);
        Corrections = await db.CorrectionsOf(Me).AsNoTracking().Where(one => one.State == ProposalState.Open)
            .OrderBy(one => one.Id).Take(50).ToListAsync(stop);
    }
}
