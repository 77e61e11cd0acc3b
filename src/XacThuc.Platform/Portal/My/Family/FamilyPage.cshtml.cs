using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.My.Family;

/// <summary>Whom somebody lets see their record.</summary>
internal sealed class FamilyPage(PlatformDb db, CitizenSessions sessions, MyRecords records, AgreeToFamily agree) : PageModel
{
    /// <summary>The record.</summary>
    public SeenRecord Seen { get; private set; } = null!;

    /// <summary>Who may see it now.</summary>
    public IReadOnlyList<FamilyConsent> Agreed { get; private set; } = [];

    /// <summary>Phone or number typed.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) =>
        await sessions.Find(HttpContext) is not { } citizen ? LocalRedirect("/portal/look-up") : await Load(citizen, reference, stop) ? Page() : NotFound();

    /// <summary>Agrees.</summary>
    public Task<IActionResult> OnPostAsync(string reference, CancellationToken stop) => Do(reference, citizen => agree.Run(citizen, reference, To, stop), stop);

    /// <summary>Takes it back.</summary>
    public Task<IActionResult> OnPostEndAsync(string reference, long consent, CancellationToken stop) => Do(reference, citizen => agree.TakeBack(citizen, reference, consent, stop), stop);

    private async Task<IActionResult> Do(string reference, Func<Citizen, Task<Result<SeenRecord>>> what, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        if ((await what(citizen)).Refusal is not { } refusal) return LocalRedirect($"/portal/my/{reference}/family");
        db.ChangeTracker.Clear();
        if (refusal.Kind == RefusalKind.NotThere || !await Load(citizen, reference, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out _) || seen.As != SeenAs.Own) return false;
        Seen = seen;
        Agreed = await agree.Of(seen.Record.Id, stop);
        return true;
    }
}
