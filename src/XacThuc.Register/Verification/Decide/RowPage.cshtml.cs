using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching.Weighing;
using XacThuc.Register.Cases;
using XacThuc.Register.Population.Index;
using XacThuc.Register.Verification.Verify;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.Decide;

/// <summary>One row of a list: as recorded, as filled in, beside the people it may be about.</summary>
[Authorize(Policy = VerificationAccess.Verify)]
internal sealed class RowPage(RegisterDb db, RowChecks checks, RegisterSuggestions suggestions, DecideRow decide, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public VerificationList List { get; private set; } = null!;

    /// <summary>The row and what the register says of it.</summary>
    public CheckedRow Checked { get; private set; } = null!;

    /// <summary>Who it may be, the likeliest first.</summary>
    public IReadOnlyList<Explanation> People { get; private set; } = [];

    /// <summary>The next row without a verdict that does not agree.</summary>
    public int? Next { get; private set; }

    /// <summary>The open case of the record, where a correction of the register can be proposed.</summary>
    public long? CaseId { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, int number, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, number, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "list.view", $"list:{List.Code}.{number}"), stop);
        return Page();
    }

    /// <summary>Decides; then the next row.</summary>
    public async Task<IActionResult> OnPostAsync(
        long id, int number, LineVerdict decision, string? person, string? note, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var made = await decide.Run(id, number, new RowDecision(decision, person, note ?? ""), me, stop);
        if (made.Refusal is { } refusal) return await Refused(id, number, refusal, me, stop);
        var found = await NextOf(id, number, stop);
        return LocalRedirect(found is { } next ? $"/lists/{id}/{next}" : $"/lists/{id}");
    }

    /// <summary>Takes the verdict back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long id, int number, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var undone = await decide.Run(id, number, new RowDecision(null, null, ""), me, stop);
        return undone.Refusal is { } refusal ? await Refused(id, number, refusal, me, stop) : LocalRedirect($"/lists/{id}/{number}");
    }

    private async Task<IActionResult> Refused(long id, int number, Refusal refusal, SignedIn me, CancellationToken stop)
    {
        if (Request.Headers.ContainsKey("X-Worklist"))
            return new ContentResult { StatusCode = Refusals.StatusOf(refusal.Kind), Content = refusal.Sentence.ToString(), ContentType = "text/plain; charset=utf-8" };
        Refusal = refusal;
        db.ChangeTracker.Clear();
        if (!await Load(id, number, me, stop)) return NotFound();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, int number, SignedIn me, CancellationToken stop)
    {
        if (await db.ListsOf(me).AsNoTracking().FirstOrDefaultAsync(list => list.Id == id, stop) is not { } list) return false;
        if (await db.Set<VerificationRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ListId == id && row.Number == number, stop) is not { } row)
            return false;
        List = list;
        Checked = (await checks.Of([row], stop))[0];
        People = await suggestions.Explain(row.Filled, DecideRow.MostPeople, stop);
        Next = await NextOf(id, number, stop);
        CaseId = await (await db.CasesOf(me, stop)).Where(one => one.Ref == row.Ref && one.State == CaseState.Open).Select(one => (long?)one.Id).FirstOrDefaultAsync(stop);
        return true;
    }

    // Behind this one, or from the beginning; rows that agree are confirmed together.
    private async Task<int?> NextOf(long id, int number, CancellationToken stop)
    {
        var rows = await db.Set<VerificationRow>().AsNoTracking()
            .Where(row => row.ListId == id && row.Verdict == null && row.Number != number).OrderBy(row => row.Number).ToListAsync(stop);
        var waiting = (await checks.Of(rows, stop)).Where(row => !row.Agrees).Select(row => (int?)row.Row.Number).ToList();
        return waiting.Find(one => one > number) ?? waiting.FirstOrDefault();
    }
}
