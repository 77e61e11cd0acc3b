using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Released;

/// <summary>All that officers released for the unit, before and after, to be taken over at once.</summary>
[Authorize(Policy = RecordsAccess.Write)]
internal sealed class ReleasedPage(PlatformDb db, ApplyDecisions apply, TimeProvider time) : PageModel
{
    /// <summary>What waits.</summary>
    public IReadOnlyList<Proposal> Open { get; private set; } = [];

    /// <summary>How many were taken over just now.</summary>
    public int? Applied { get; private set; }

    /// <summary>Why nothing was taken over.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        Open = await apply.Open(me, stop);
        await db.Save(me.NewAct(time, "records.list", "records:released"), stop);
    }

    public async Task<IActionResult> OnPostAsync(long[] decision, CancellationToken stop)
    {
        var result = await apply.ApplyAll(decision, SignedIn.Get(User), stop);
        (Applied, Refusal) = result.Match<(int?, Refusal?)>(count => (count, null), refusal => (null, refusal));
        if (Refusal is not null) Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        await OnGetAsync(stop);
        return Page();
    }
}
