using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Tables.Headings;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists.Bring;

/// <summary>A file whose columns are not clear: a person points at them once, and the unit need not say it again.</summary>
[Authorize(Policy = ListsAccess.Read)]
internal sealed class FilePage(PlatformDb db, BringPeople bring) : PageModel
{
    /// <summary>The list.</summary>
    public SurveyList List { get; private set; } = null!;

    /// <summary>The file.</summary>
    public ListFile Brought { get; private set; } = null!;

    /// <summary>The headings; none where it is no table at all.</summary>
    public FoundHeadings? Found { get; private set; }

    /// <summary>Why it was not read.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, long fileId, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, fileId, me, stop)) return NotFound();
        if (Brought.ReadAt is not null) return LocalRedirect($"/lists/{id}");
        Refusal = (await bring.Read(Brought, choice: null, me, stop)).Refusal;
        if (Refusal is null) return LocalRedirect($"/lists/{id}");
        Found = bring.HeadingsOf(Brought);
        return Page();
    }

    /// <summary>Reads it by the columns pointed at.</summary>
    public async Task<IActionResult> OnPostAsync(long id, long fileId, int[] column, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, fileId, me, stop)) return NotFound();
        Found = bring.HeadingsOf(Brought);
        if (Found is null) return LocalRedirect($"/lists/{id}");
        Refusal = (await bring.Read(Brought, new ColumnChoice(Found.Written, column), me, stop)).Refusal;
        if (Refusal is null) return LocalRedirect($"/lists/{id}");
        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, long fileId, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOpenSurvey(id, me, stop)).TryGet(out var list, out _)) return false;
        if (await db.Set<ListFile>().FirstOrDefaultAsync(file => file.Id == fileId && file.ListId == id, stop) is not { } file) return false;
        (List, Brought) = (list, file);
        return true;
    }
}
