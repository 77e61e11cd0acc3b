using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Records.Papers;
using XacThuc.Platform.Records.Wrong;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Correct;

/// <summary>One record that is not right: what was typed, which field is wrong, corrected in place, authenticated at once.</summary>
[Authorize(Policy = RecordsAccess.Write)]
internal sealed class CorrectPage(PlatformDb db, CorrectRecord correct, WrongRecords wrong, KeepPaper papers, TimeProvider time) : PageModel
{
    /// <summary>The list that is being worked off.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public WrongFilter Filter { get; set; } = new();

    /// <summary>The record as it is now.</summary>
    public VaccinationRecord Record { get; private set; } = null!;

    /// <summary>What stands in the fields: what was typed, or what an officer released, or the record.</summary>
    public WrittenRecord InFields { get; private set; } = null!;

    /// <summary>What an officer decided and the unit has not done yet.</summary>
    public RecordDecision? Decision { get; private set; }

    /// <summary>Photos of the paper it was typed from.</summary>
    public IReadOnlyList<RecordPaper> Papers { get; private set; } = [];

    /// <summary>Why nothing was changed.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether the record was changed just now.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>The next record of the list.</summary>
    public string? Next { get; private set; }

    /// <summary>The record before it.</summary>
    public string? Previous { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(reference, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "record.view", $"record:{reference}"), stop);
        return Page();
    }

    /// <summary>Corrects the record; the reference number of a stale page is refused.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CorrectionForm form, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(reference, me, stop)) return NotFound();
        var written = new WrittenRecord(
            form.Name ?? "", form.Sex ?? "", form.Date ?? "", form.Number ?? "", Record.CommuneCode);
        var isReleased = Decision is { Kind: DecisionKind.Released } decision && decision.Over(Record.Written) == written;
        var reason = isReleased ? ApplyDecisions.ReasonOf(Decision!) : form.Reason ?? "";
        var correction = new Correction(form.Version, written, reason, isReleased ? ChangeKind.Released : ChangeKind.Corrected);
        if (Decision is not null) await Close(Decision.Id, stop);
        var result = await correct.Run(reference, correction, me, stop);
        db.ChangeTracker.Clear();

        Refusal = result.Refusal;
        await Load(reference, me, stop);
        IsSaved = Refusal is null;
        if (Refusal is not null)
        {
            InFields = written;
            Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        }

        return Page();
    }

    /// <summary>Adds a photo of the paper.</summary>
    public async Task<IActionResult> OnPostPaperAsync(string reference, IFormFile? paper, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        await using var content = paper?.OpenReadStream();
        var kept = await papers.Run(reference, content, me, stop);
        if (kept.Refusal is null) return Redirect($"/records/{reference}/correct{Filter.Query}");
        db.ChangeTracker.Clear();
        if (!await Load(reference, me, stop)) return NotFound();
        Refusal = kept.Refusal;
        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(string reference, SignedIn me, CancellationToken stop)
    {
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out _)) return false;
        Record = record;
        Decision = await db.Set<RecordDecision>().AsNoTracking().Where(decision =>
                decision.RecordId == record.Id && decision.Version == record.Version && decision.State == DecisionState.Open)
            .OrderByDescending(decision => decision.Id).FirstOrDefaultAsync(stop);
        InFields = Decision?.Over(record.Written) ?? record.Written;
        Papers = await db.Set<RecordPaper>().AsNoTracking().Where(paper => paper.RecordId == record.Id).OrderBy(paper => paper.Id).ToListAsync(stop);
        Next = await wrong.Neighbour(record.Id, isNext: true, Filter, me, stop);
        Previous = await wrong.Neighbour(record.Id, isNext: false, Filter, me, stop);
        db.ChangeTracker.Clear();
        return true;
    }

    // Saved with the correction; where that is refused, nothing of it stays.
    private async Task Close(long id, CancellationToken stop) =>
        (await db.Set<RecordDecision>().FirstAsync(decision => decision.Id == id, stop)).State = DecisionState.Done;
}

/// <summary>What the page sends.</summary>
internal sealed record CorrectionForm(int Version, string? Name, string? Sex, string? Date, string? Number, string? Reason)
{
    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(CorrectionForm);
}
