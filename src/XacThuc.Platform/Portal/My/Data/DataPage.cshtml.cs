using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.Portal.My.Data;

/// <summary>Where a citizen downloads their data, and deletes what may be deleted.</summary>
internal sealed class DataPage(CitizenSessions sessions, MyRecords records, TakeData take) : PageModel
{
    /// <summary>The record.</summary>
    public SeenRecord Seen { get; private set; } = null!;

    /// <summary>What was just deleted: <c>phone</c> or <c>registrations</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Deleted { get; set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out _) || seen.As != SeenAs.Own) return NotFound();
        Seen = seen;
        return Page();
    }

    /// <summary>For programs.</summary>
    public Task<IActionResult> OnPostJsonAsync(string reference, CancellationToken stop) =>
        Do(citizen => take.Run(citizen, reference, stop), data => File(data.ToJson(), "application/json", "ho-so-tiem-chung.json"));

    /// <summary>To print.</summary>
    public Task<IActionResult> OnPostPdfAsync(string reference, CancellationToken stop) =>
        Do(citizen => take.Run(citizen, reference, stop), data => File(FormPdf.Of(data.ToForm()), FormPdf.Type, "ho-so-tiem-chung.pdf"));

    /// <summary>Takes the phone off.</summary>
    public Task<IActionResult> OnPostPhoneAsync(string reference, CancellationToken stop) =>
        Do(citizen => take.ForgetPhone(citizen, reference, stop), _ => LocalRedirect($"/portal/my/{reference}/data?deleted=phone"));

    /// <summary>Withdraws registrations.</summary>
    public Task<IActionResult> OnPostRegistrationsAsync(string reference, CancellationToken stop) =>
        Do(citizen => take.ForgetRegistrations(citizen, reference, stop), _ => LocalRedirect($"/portal/my/{reference}/data?deleted=registrations"));

    private async Task<IActionResult> Do<T>(Func<Citizen, Task<Result<T>>> what, Func<T, IActionResult> done)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        return (await what(citizen)).Match(done, _ => NotFound());
    }
}
