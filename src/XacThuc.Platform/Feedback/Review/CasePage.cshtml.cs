using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Feedback.Inbox;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>One case: the citizen's words and photos beside the record; one key answers, the next case is already there.</summary>
[Authorize(Policy = FeedbackAccess.Review)]
internal sealed class CasePage(PlatformDb db, AcceptCase accept, AnswerCase answer, AnswerTogether together, TimeProvider time) : PageModel
{
    /// <summary>The list that is being worked off.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public FeedbackFilter Filter { get; set; } = new();

    /// <summary>The case with what stands beside it.</summary>
    public CaseShown One { get; private set; } = null!;

    /// <summary>Its photos, without their pictures.</summary>
    public IReadOnlyList<FeedbackPhoto> Photos { get; private set; } = [];

    /// <summary>The next case.</summary>
    public long? Next { get; private set; }

    /// <summary>Units it can be handed over to.</summary>
    public IReadOnlyList<(long Id, string Name)> Units { get; private set; } = [];

    /// <summary>Names of units by code, for the story.</summary>
    public IReadOnlyDictionary<string, string> UnitNames { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>A form came back: it is as it was sent.</summary>
    public AcceptForm? Sent { get; private set; }

    /// <summary>The address of an answer. Its own: what is answered here is the answer to this case, whatever the window shows by then.</summary>
    public string To(string handler) => $"/feedback/{One.Case.Id}?handler={handler}{Filter.Query.Replace('?', '&')}";

    public async Task<IActionResult> OnGetAsync(long id, string? record, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, record, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "feedback.view", $"feedback:{One.Case.Ref}"), stop);
        return Page();
    }

    /// <summary>Accepts.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(long id, [Bind(Prefix = "")] AcceptForm form, CancellationToken stop)
    {
        Sent = form;
        return await Done(id, me => accept.Run(id, form, me, stop), stop);
    }

    /// <summary>Refuses.</summary>
    public Task<IActionResult> OnPostRefuseAsync(long id, int version, RefusalReason? reason, string? letter, long[]? together, CancellationToken stop) =>
        Done(id, me => answer.Refuse(id, version, reason, letter, together ?? [], me, stop), stop);

    /// <summary>Asks back.</summary>
    public Task<IActionResult> OnPostAskAsync(long id, int version, string? letter, CancellationToken stop) =>
        Done(id, me => answer.Ask(id, version, letter, me, stop), stop);

    /// <summary>Puts it off.</summary>
    public Task<IActionResult> OnPostPutOffAsync(long id, int version, DateOnly? day, string? letter, CancellationToken stop) =>
        Done(id, me => answer.PutOff(id, version, day, letter, me, stop), stop);

    /// <summary>Hands it over.</summary>
    public Task<IActionResult> OnPostHandOverAsync(long id, int version, long? unit, string? note, CancellationToken stop) =>
        Done(id, me => answer.HandOver(id, version, unit, note, me, stop), stop);

    /// <summary>Takes the answer back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var undone = await answer.TakeBack(id, me, stop);
        return undone.Refusal is { } refusal ? await Refused(id, refusal, me, stop) : Redirect($"/feedback/{id}{Filter.Query}");
    }

    private async Task<IActionResult> Done(long id, Func<SignedIn, Task<Result<FeedbackCase>>> run, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var before = await db.CasesOf(me).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop);
        var done = await run(me);
        if (done.Refusal is { } refusal) return await Refused(id, refusal, me, stop);
        return Redirect(await db.NextOf(Filter, before, me, stop) is { } next ? $"/feedback/{next}{Filter.Query}" : $"/feedback{Filter.Query}");
    }

    private async Task<IActionResult> Refused(long id, Refusal refusal, SignedIn me, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (Request.Headers.ContainsKey("X-Worklist"))
            return new ContentResult { StatusCode = Refusals.StatusOf(refusal.Kind), Content = refusal.Sentence.ToString(), ContentType = "text/plain; charset=utf-8" };
        Refusal = refusal;
        if (!await Load(id, Sent?.Record, me, stop)) return NotFound();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, string? record, SignedIn me, CancellationToken stop)
    {
        if (await db.CasesOf(me).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found) return false;
        One = await CaseShown.Of(db, together, found, record, me, stop);
        Photos = await db.PhotosOf(id, stop);
        Next = await db.NextOf(Filter, found, me, stop);
        var units = await db.Units.AsNoTracking().Select(unit => new { unit.Id, unit.Code, unit.Name, unit.Kind }).ToListAsync(stop);
        UnitNames = units.ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        Units = [.. units.Where(unit => unit.Id != found.UnitId && unit.Kind is UnitKind.HealthStation or UnitKind.VaccinationFacility or UnitKind.DistrictHealthCentre)
            .OrderBy(unit => unit.Kind).ThenBy(unit => NameText.SearchOf(unit.Name), StringComparer.Ordinal).Select(unit => (unit.Id, unit.Name))];
        return true;
    }
}
