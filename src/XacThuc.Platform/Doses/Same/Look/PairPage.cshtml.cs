using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses.Same.Look;

/// <summary>One pair side by side, what people said of it, and what may be said next.</summary>
[Authorize(Policy = RecordsAccess.Write)]
internal sealed class PairPage(PlatformDb db, SamePairs pairs, JoinSame join, SplitSame split, TimeProvider time) : PageModel
{
    /// <summary>The pair.</summary>
    public SameShown Pair { get; private set; } = null!;

    /// <summary>What people did with it.</summary>
    public IReadOnlyList<SameEvent> Events { get; private set; } = [];

    /// <summary>Whether whoever looks proposed it, and so cannot confirm.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Whether whoever looks works for the units of both.</summary>
    public bool WorksForBoth { get; private set; }

    /// <summary>What was typed for a reason.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        db.ChangeTracker.Clear();
        await db.Save(me.NewAct(time, "same.view", $"pair:{id}"), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostProposeAsync(long id, long stands, string? reason, CancellationToken stop) =>
        await Done(id, await join.Propose(id, stands, reason, SignedIn.Get(User), stop), reason, stop);

    public async Task<IActionResult> OnPostConfirmAsync(long id, string? reason, CancellationToken stop) =>
        await Done(id, await join.Confirm(id, reason, SignedIn.Get(User), stop), reason, stop);

    public async Task<IActionResult> OnPostRefuseAsync(long id, string? reason, CancellationToken stop) =>
        await Done(id, await join.Refuse(id, reason, SignedIn.Get(User), stop), reason, stop);

    public async Task<IActionResult> OnPostDifferentAsync(long id, string? reason, CancellationToken stop) =>
        await Done(id, await join.Differ(id, reason, SignedIn.Get(User), stop), reason, stop);

    public async Task<IActionResult> OnPostSplitAsync(long id, string? reason, CancellationToken stop) =>
        await Done(id, await split.Run(id, reason, SignedIn.Get(User), stop), reason, stop);

    private async Task<IActionResult> Done(long id, Result<SamePair> done, string? reason, CancellationToken stop)
    {
        if (done.Refusal is not { } refusal) return LocalRedirect($"/doses/same/{id}");
        db.ChangeTracker.Clear();
        if (!await Load(id, SignedIn.Get(User), stop)) return NotFound();
        (Refusal, Reason) = (refusal, reason ?? "");
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindPair(id, me, stop)).TryGet(out var pair, out _)) return false;
        Pair = (await pairs.Show([pair], me, stop))[0];
        Events = await db.Set<SameEvent>().AsNoTracking().Where(one => one.PairId == id).OrderBy(one => one.Id).ToListAsync(stop);
        (IsOwn, WorksForBoth) = (pair.ProposedBy.Equals(me.Name, StringComparison.Ordinal), await db.WorksForBoth(pair, me, stop));
        return true;
    }
}
