using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Edit;

/// <summary>Somebody on a list: what stands there, what the police say, and the form to correct it.</summary>
[Authorize(Policy = ListsAccess.Read)]
internal sealed class PersonPage(PlatformDb db, EditPerson edit, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public SurveyList List { get; private set; } = null!;

    /// <summary>The person.</summary>
    public ListedPerson Person { get; private set; } = null!;

    /// <summary>The form.</summary>
    public PersonForm Form { get; private set; } = null!;

    /// <summary>The next row with a field that is missing or cannot be read.</summary>
    public int? Next { get; private set; }

    /// <summary>Whether whoever looks may change the row.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>Why it was not saved.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, int number, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, number, typed: null, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "list.view", $"list:{List.Code}.{number}"), stop);
        return Page();
    }

    /// <summary>Corrects the row; then the next that is to be looked at.</summary>
    public async Task<IActionResult> OnPostAsync(long id, int number, [FromForm] PersonFields fields, CancellationToken stop)
    {
        var saved = await edit.Correct(id, number, fields, SignedIn.Get(User), stop);
        if (saved.Refusal is { } refusal) return await Refused(id, number, refusal, fields, stop);
        return LocalRedirect(await NextOf(id, number, stop) is { } next ? $"/lists/{id}/people/{next}" : $"/lists/{id}");
    }

    /// <summary>Takes the row off the list.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(long id, int number, CancellationToken stop) => Move(id, number, isBack: false, stop);

    /// <summary>Puts it back.</summary>
    public Task<IActionResult> OnPostBackAsync(long id, int number, CancellationToken stop) => Move(id, number, isBack: true, stop);

    private async Task<IActionResult> Move(long id, int number, bool isBack, CancellationToken stop)
    {
        var moved = await edit.Withdraw(id, number, isBack, SignedIn.Get(User), stop);
        return moved.Refusal is { } refusal ? await Refused(id, number, refusal, typed: null, stop) : LocalRedirect($"/lists/{id}");
    }

    private async Task<IActionResult> Refused(long id, int number, Refusal refusal, PersonFields? typed, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (!await Load(id, number, typed, SignedIn.Get(User), stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, int number, PersonFields? typed, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSurvey(id, me, stop)).TryGet(out var list, out _)) return false;
        if (await db.Set<ListedPerson>().AsNoTracking().FirstOrDefaultAsync(person => person.ListId == id && person.Number == number, stop) is not { } person)
            return false;
        db.ChangeTracker.Clear();
        (List, Person) = (list, person);
        MayWrite = list.IsOpen && person.IsEditable && ListsAccess.WritesFor(me, list.UnitId);
        Form = await PersonForm.Of(db, typed ?? PersonFields.Of(person), isTyped: true, Shown.Day(time.GetUtcNow()), me, stop);
        Next = await NextOf(id, number, stop);
        return true;
    }

    private async Task<int?> NextOf(long id, int number, CancellationToken stop)
    {
        var doubtful = db.Set<ListedPerson>().Where(person => person.ListId == id && person.Number != number
            && ((person.IsDoubtful && person.State == PersonState.AsEntered) || person.State == PersonState.ToComplete || person.State == PersonState.NotFound))
            .OrderBy(person => person.Number).Select(person => (int?)person.Number);
        return await doubtful.Where(other => other > number).FirstOrDefaultAsync(stop) ?? await doubtful.FirstOrDefaultAsync(stop);
    }
}
