using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Register.Verification.Missing;

/// <summary>Residents whom no list names: whom to ask why.</summary>
[Authorize(Policy = VerificationAccess.Verify)]
internal sealed class MissingPage(RegisterDb db, MissingResidents missing, TimeProvider time) : PageModel
{
    /// <summary>No more are shown at once.</summary>
    public const int Most = 500;

    /// <summary>The list from which one came.</summary>
    public VerificationList List { get; private set; } = null!;

    /// <summary>From which age on.</summary>
    public int FromAge { get; private set; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<MissingResident> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, int age = 18, CancellationToken stop = default)
    {
        var me = SignedIn.Get(User);
        var lists = db.ListsOf(me).AsNoTracking().Where(list => list.Kind == ListKind.Survey);
        if (await lists.FirstOrDefaultAsync(list => list.Id == id, stop) is not { } list) return NotFound();
        (List, FromAge) = (list, Math.Clamp(age, 0, 120));
        People = await missing.Of(list.CommuneCode, FromAge, stop);
        await db.Save(me.NewAct(time, "list.missing", $"list:{list.Code}", $"{People.Count}"), stop);
        return Page();
    }
}
