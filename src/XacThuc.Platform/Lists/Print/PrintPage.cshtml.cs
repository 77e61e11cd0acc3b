using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Print;

/// <summary>The forms of a list.</summary>
internal enum ListFormKind
{
    /// <summary>The people.</summary>
    People = 1,

    /// <summary>The minutes of their verification.</summary>
    Minutes = 2,
}

/// <summary>A list in the administrative form, to be printed on A4 or taken away as PDF.</summary>
[Authorize(Policy = ListsAccess.Read)]
internal sealed class PrintPage(PlatformDb db, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public SurveyList List { get; private set; } = null!;

    /// <summary>Which form.</summary>
    public ListFormKind Kind { get; private set; }

    /// <summary>The form.</summary>
    public OfficialForm Form { get; private set; } = null!;

    /// <summary>Whether the police have not said all yet.</summary>
    public bool IsEarly { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, ListFormKind form, CancellationToken stop) =>
        await Load(id, form, stop) ? Page() : NotFound();

    /// <summary>The same as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(long id, ListFormKind form, CancellationToken stop)
    {
        if (!await Load(id, form, stop)) return NotFound();
        return File(FormPdf.Of(Form), FormPdf.Type, $"{List.Code}{(Kind == ListFormKind.Minutes ? "-bien-ban" : "")}.pdf");
    }

    private async Task<bool> Load(long id, ListFormKind form, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindSurvey(id, me, stop)).TryGet(out var list, out _)) return false;
        db.ChangeTracker.Clear();
        (List, Kind) = (list, form == ListFormKind.Minutes ? form : ListFormKind.People);
        var offices = await ListOffices.Find(db, list, stop);
        var people = await db.Set<ListedPerson>().AsNoTracking().Where(person => person.ListId == id).OrderBy(person => person.Number).ToListAsync(stop);
        IsEarly = people.Exists(person => person.State is PersonState.AsEntered or PersonState.WithPolice);
        Form = Kind switch
        {
            ListFormKind.People => PeopleForm.Of(offices, people, Shown.Day(time.GetUtcNow())),
            ListFormKind.Minutes => MinutesForm.Of(offices, people, await db.Set<ListPart>().AsNoTracking().Where(part => part.ListId == id).OrderBy(part => part.Id).ToListAsync(stop)),
        };
        await db.Save(me.NewAct(time, "list.print", $"list:{list.Code}"), stop);
        return true;
    }
}
