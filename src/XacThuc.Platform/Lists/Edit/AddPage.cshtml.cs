using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Edit;

/// <summary>Adds people one by one: typed, or filled in by a scanned card.</summary>
[Authorize(Policy = ListsAccess.Read)]
internal sealed class AddPage(PlatformDb db, EditPerson edit, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public SurveyList List { get; private set; } = null!;

    /// <summary>The form.</summary>
    public PersonForm Form { get; private set; } = null!;

    /// <summary>Number of the person just added.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Added { get; set; }

    /// <summary>What was scanned; never in an address.</summary>
    [BindProperty]
    public string? Card { get; set; }

    /// <summary>What the scan came to; none before one.</summary>
    public string? Scanned { get; private set; }

    /// <summary>Whether it filled the form in.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Why nobody was added.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) =>
        await Load(id, new PersonFields(), isTyped: false, stop) ? Page() : NotFound();

    /// <summary>Adds somebody; then the next.</summary>
    public async Task<IActionResult> OnPostAsync(long id, [FromForm] PersonFields fields, CancellationToken stop)
    {
        var added = await edit.Add(id, fields, SignedIn.Get(User), stop);
        if (added.TryGet(out var person, out var refusal)) return LocalRedirect($"/lists/{id}/add?added={person.Number}");
        db.ChangeTracker.Clear();
        if (!await Load(id, fields, isTyped: true, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    /// <summary>Fills the form in from a scanned card; a person looks at it and adds.</summary>
    public async Task<IActionResult> OnPostScanAsync(long id, CancellationToken stop)
    {
        var (fields, sentence) = ScannedFields.Of(Card);
        if (!await Load(id, fields ?? new PersonFields(), isTyped: fields is not null, stop)) return NotFound();
        (Scanned, IsRead) = (sentence.ToString(), fields is not null);
        Card = null;
        return Page();
    }

    private async Task<bool> Load(long id, PersonFields fields, bool isTyped, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindOpenSurvey(id, me, stop)).TryGet(out var list, out _)) return false;
        List = list;
        Form = await PersonForm.Of(db, fields, isTyped, Shown.Day(time.GetUtcNow()), me, stop);
        return true;
    }
}
