using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Protection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;

namespace XacThuc.Platform.CheckPoints.Trace;

/// <summary>One query: to be decided by a second person, then its result for whoever asked. Each look at it, and each copy, is an act.</summary>
[Authorize(Policy = CheckPointsAccess.Trace)]
internal sealed class TracePage(PlatformDb db, AskTrace ask, FindTraced find, PersonCover cover, TimeProvider time) : PageModel
{
    /// <summary>The query.</summary>
    public TraceQuery Query { get; private set; } = null!;

    /// <summary>Of whom or what, masked.</summary>
    public string About { get; private set; } = "";

    /// <summary>What it came to; none where it may not be looked at.</summary>
    public TraceResult? Result { get; private set; }

    /// <summary>Whether whoever looks may decide.</summary>
    public bool MayDecide { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>Approves it.</summary>
    public async Task<IActionResult> OnPostApproveAsync(long id, CancellationToken stop) => await Done(id, await ask.Approve(id, SignedIn.Get(User), stop), stop);

    /// <summary>Refuses it.</summary>
    public async Task<IActionResult> OnPostRefuseAsync(long id, string? word, CancellationToken stop) => await Done(id, await ask.Refuse(id, word, SignedIn.Get(User), stop), stop);

    /// <summary>The result as a workbook.</summary>
    public async Task<IActionResult> OnGetExportAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (await db.QueriesOf(me).AsNoTracking().FirstOrDefaultAsync(query => query.Id == id, stop) is not { } query || !query.MayOpen(me, time.GetUtcNow())) return NotFound();
        await db.Save(me.NewAct(time, "trace.export", query.AuditSubject, query.CaseNumber), stop);
        var result = await find.Of(query, stop);
        string[] headings =
        [
            Speech.Say("Họ và tên", "Name"), Speech.Say("Năm sinh", "Born"), Speech.Say("Số giấy tờ", "Number"), "QID", Speech.Say("Điện thoại", "Phone"), Speech.Say("Điểm", "Place"),
            Speech.Say("Từ", "From"), Speech.Say("Đến", "Until"), Speech.Say("Phút cùng nhau", "Minutes together"),
        ];
        return new WorkbookResult(query.Code, headings, cancel => Rows(result, cancel));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(TraceResult result, [EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        foreach (var one in result.Met)
        {
            stop.ThrowIfCancellationRequested();
            yield return [one.Person.Name, one.Person.Born, one.Person.Paper, one.Person.Qid, one.Phone, one.Place, (DateTimeOffset?)one.From, (DateTimeOffset?)one.Until, (long)one.Together.TotalMinutes];
        }
    }

    private async Task<IActionResult> Done(long id, Result<TraceQuery> result, CancellationToken stop)
    {
        if (result.Refusal is not { } refusal) return LocalRedirect($"/check-points/trace/{id}");
        db.ChangeTracker.Clear();
        if (refusal.Kind == RefusalKind.NotThere || !await Load(id, stop)) return NotFound();
        (Refusal, Response.StatusCode) = (refusal, Refusals.StatusOf(refusal.Kind));
        return Page();
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (await db.QueriesOf(me).AsNoTracking().FirstOrDefaultAsync(query => query.Id == id, stop) is not { } query) return false;
        (Query, MayDecide) = (query, query.State == TraceState.Asked && !query.AskedBy.Equals(me.Name, StringComparison.OrdinalIgnoreCase));
        About = query.Subject is { } subject ? Shown.Masked(cover.UncoverText(subject, query.Ref)) : await db.Set<CheckPoint>().Where(place => place.Id == query.PlaceId).Select(place => place.Name).FirstAsync(stop);
        if (!query.MayOpen(me, time.GetUtcNow())) return true;
        await db.Save(me.NewAct(time, "trace.look", query.AuditSubject, query.CaseNumber), stop);
        Result = await find.Of(query, stop);
        return true;
    }
}
