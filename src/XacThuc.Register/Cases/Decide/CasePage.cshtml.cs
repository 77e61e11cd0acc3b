using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching.Weighing;
using XacThuc.Register.Cases.Inbox;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;

namespace XacThuc.Register.Cases.Decide;

/// <summary>One case: the record beside the people it may be about. One key decides, the next case is already there.</summary>
[Authorize(Policy = CasesAccess.Decide)]
internal sealed class CasePage(RegisterDb db, Candidates candidates, DecideCase decide, UndoDecision undo, TimeProvider time)
    : PageModel
{
    /// <summary>The list that is being worked off.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    /// <summary>The case.</summary>
    public Case Case { get; private set; } = null!;

    /// <summary>Who it may be, the likeliest first.</summary>
    public IReadOnlyList<Explanation> People { get; private set; } = [];

    /// <summary>Names of communes by code.</summary>
    public IReadOnlyDictionary<string, string> Communes { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How many cases of the same reason wait in the same commune.</summary>
    public int Alike { get; private set; }

    /// <summary>The next case of the list.</summary>
    public long? Next { get; private set; }

    /// <summary>Place in the list, and how many there are, in words.</summary>
    public (string At, string Of) Place { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "case.view", $"case:{id}"), stop);
        return Page();
    }

    /// <summary>Decides; then the next case.</summary>
    public async Task<IActionResult> OnPostAsync(
        long id, int version, DecisionKind decision, string? person, string? note, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var next = await db.NextOf(Filter, id, me, stop);
        var made = await decide.Run(new Decision(id, version, decision, person, note?.Trim() ?? ""), me, stop);
        if (made.Refusal is { } refusal) return await Refused(id, refusal, me, stop);
        return Redirect(next is { } following ? $"/cases/{following}{Filter.Query}" : $"/cases{Filter.Query}");
    }

    /// <summary>Takes the decision back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var undone = await undo.Run(id, me, stop);
        if (undone.Refusal is { } refusal) return await Refused(id, refusal, me, stop);
        return Redirect($"/cases/{id}{Filter.Query}");
    }

    private async Task<IActionResult> Refused(long id, Refusal refusal, SignedIn me, CancellationToken stop)
    {
        if (Request.Headers.ContainsKey("X-Worklist"))
            return new ContentResult { StatusCode = Refusals.StatusOf(refusal.Kind), Content = refusal.Sentence.ToString(), ContentType = "text/plain; charset=utf-8" };
        Refusal = refusal;
        if (!await Load(id, me, stop)) return NotFound();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        var communes = await db.CommunesOf(me, stop);
        var mine = db.CasesOf(communes).AsNoTracking();
        if (await mine.FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found) return false;
        Case = found;
        People = await candidates.Of(found, stop);
        Next = await db.NextOf(Filter, id, me, stop);
        Place = await PlaceOf(id, mine, communes, stop);
        Alike = (int)await db.CountsOf([found.CommuneCode]).Where(one => one.State == CaseState.Open && one.ReasonKey == found.ReasonKey)
            .SumAsync(one => one.Count, stop);
        var codes = People.Select(person => person.Person.CommuneCode).Append(found.CommuneCode).Distinct(StringComparer.Ordinal).ToArray();
        Communes = await db.NamesOf(codes, me, stop);
        return true;
    }

    private async Task<(string At, string Of)> PlaceOf(long id, IQueryable<Case> mine, string[] communes, CancellationToken stop)
    {
        const int most = ListView.MostSought;
        var list = Filter.Of(mine).Select(one => one.Id);
        var at = await list.Where(one => one <= id).Take(most + 1).CountAsync(stop);
        var of = Filter.IsNarrow
            ? ListView.UpTo(await list.Take(most + 1).CountAsync(stop), most)
            : Shown.Number(await Filter.Of(db.CountsOf(communes)).SumAsync(one => one.Count, stop));
        return (ListView.UpTo(at, most), of);
    }
}
