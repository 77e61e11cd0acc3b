using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts;

namespace XacThuc.Register.Cases.Inbox;

/// <summary>Goes to the first case of a list; back to the list where none is left.</summary>
[Authorize(Policy = CasesAccess.Decide)]
internal sealed class NextPage(RegisterDb db) : PageModel
{
    /// <summary>Which list.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        Redirect(await db.NextOf(Filter, 0, SignedIn.Get(User), stop) is { } first ? $"/cases/{first}{Filter.Query}" : $"/cases{Filter.Query}");
}
