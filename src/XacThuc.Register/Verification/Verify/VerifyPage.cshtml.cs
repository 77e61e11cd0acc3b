using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Verification.Return;
using XacThuc.Register.Verification.SecondLook;
using XacThuc.Register.Verification.Sign;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.Verify;

/// <summary>One list: rows that agree with the register, rows to look at, rows decided; at the end the signature.</summary>
[Authorize(Policy = VerificationAccess.Verify)]
internal sealed class VerifyPage(RegisterDb db, RowChecks checks, ConfirmAgreed confirm, AskSecondLook ask, SignList sign, ReturnList giveBack, TimeProvider time)
    : PageModel
{
    private const int Shown = 200;

    /// <summary>The list.</summary>
    public VerificationList List { get; private set; } = null!;

    /// <summary>Rows that agree in all four fields and wait to be confirmed, the first of them.</summary>
    public IReadOnlyList<CheckedRow> Agreed { get; private set; } = [];

    /// <summary>How many do.</summary>
    public int AgreedCount { get; private set; }

    /// <summary>Rows that do not, the first of them.</summary>
    public IReadOnlyList<CheckedRow> ToLookAt { get; private set; } = [];

    /// <summary>How many do not.</summary>
    public int ToLookAtCount { get; private set; }

    /// <summary>How many rows are decided and must still be looked at by another officer.</summary>
    public int Unsettled { get; private set; }

    /// <summary>Whether whoever looks may give some of them the second look.</summary>
    public bool MayLook { get; private set; }

    /// <summary>Rows decided, the last first.</summary>
    public IReadOnlyList<VerificationRow> Decided { get; private set; } = [];

    /// <summary>How many rows came to what.</summary>
    public IReadOnlyDictionary<LineVerdict, int> Counts { get; private set; } = new Dictionary<LineVerdict, int>();

    /// <summary>Who looks.</summary>
    public SignedIn Me { get; private set; } = null!;

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether all is decided and looked at, and the officer may sign.</summary>
    public bool MaySign => VerificationAccess.MaySign(Me.Role) && List.IsHere && AgreedCount == 0 && ToLookAtCount == 0 && Unsettled == 0;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await db.Save(Me.NewAct(time, "list.view", $"list:{List.Code}"), stop);
        return Page();
    }

    /// <summary>Confirms the rows that agree, but for those whose tick was taken off.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(long id, string? shown, int[] row, CancellationToken stop)
    {
        var left = (shown ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Except(row).ToHashSet();
        return await Done(id, (await confirm.Run(id, left, SignedIn.Get(User), stop)).Refusal, stop);
    }

    /// <summary>Gives the list back.</summary>
    public async Task<IActionResult> OnPostReturnAsync(long id, string? reason, CancellationToken stop) =>
        await Done(id, (await giveBack.Run(id, reason ?? "", SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Asks all others for papers.</summary>
    public async Task<IActionResult> OnPostRestAsync(long id, CancellationToken stop) =>
        await Done(id, (await confirm.AskRest(id, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Asks another officer to look at the rows that need it.</summary>
    public async Task<IActionResult> OnPostLookAsync(long id, CancellationToken stop) =>
        await Done(id, (await ask.Run(id, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Signs and hands over.</summary>
    public async Task<IActionResult> OnPostSignAsync(long id, bool sure, CancellationToken stop) =>
        await Done(id, sure ? (await sign.Run(id, SignedIn.Get(User), stop)).Refusal : VerificationRefusals.NotConfirmed, stop);

    private async Task<IActionResult> Done(long id, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/lists/{id}");
        db.ChangeTracker.Clear();
        if (!await Load(id, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        Me = SignedIn.Get(User);
        if (await db.ListsOf(Me).AsNoTracking().FirstOrDefaultAsync(list => list.Id == id, stop) is not { } list) return false;
        List = list;
        var all = db.Set<VerificationRow>().AsNoTracking().Where(row => row.ListId == id);
        Counts = await all.Where(row => row.Verdict != null).GroupBy(row => row.Verdict)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key!.Value, group => group.Count, stop);
        Decided = await all.Where(row => row.Verdict != null).OrderByDescending(row => row.DecidedAt).ThenBy(row => row.Number).Take(Shown).ToListAsync(stop);
        if (!list.IsHere) return true;
        var unsettled = await all.Where(row => row.Verdict != null && row.Verdict != LineVerdict.Confirmed && row.LookedAtAt == null)
            .GroupBy(row => row.DecidedBy).Select(group => new { By = group.Key, Count = group.Count() }).ToListAsync(stop);
        (Unsettled, MayLook) = (unsettled.Sum(group => group.Count), unsettled.Exists(group => !group.By.Equals(Me.Name, StringComparison.Ordinal)));
        if (list.State != ListState.Open) return true;
        var waiting = await checks.Of(await all.Where(row => row.Verdict == null).OrderBy(row => row.Number).ToListAsync(stop), stop);
        AgreedCount = waiting.Count(row => row.Agrees);
        Agreed = [.. waiting.Where(row => row.Agrees).Take(Shown)];
        ToLookAtCount = waiting.Count - AgreedCount;
        ToLookAt = [.. waiting.Where(row => !row.Agrees).Take(Shown)];
        return true;
    }
}
