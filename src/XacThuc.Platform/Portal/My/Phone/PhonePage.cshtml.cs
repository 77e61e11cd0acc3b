using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.My.Phone;

/// <summary>The phone on record, and how it is changed.</summary>
internal sealed class PhonePage(PlatformDb db, CitizenSessions sessions, MyRecords records, SetPhone set) : PageModel
{
    /// <summary>The record.</summary>
    public SeenRecord Seen { get; private set; } = null!;

    /// <summary>Whether this session may change it.</summary>
    public bool MayChange { get; private set; }

    /// <summary>Whether a code was sent to the new phone.</summary>
    public bool IsSent { get; private set; }

    /// <summary>Whether it was just changed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Changed { get; set; }

    /// <summary>The new phone typed.</summary>
    [BindProperty]
    public string? NewPhone { get; set; }

    /// <summary>The code typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop) =>
        await sessions.Find(HttpContext) is not { } citizen ? LocalRedirect("/portal/look-up") : await Load(citizen, reference, stop) ? Page() : NotFound();

    /// <summary>Sends a code to the new phone.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        var asked = await set.Ask(citizen, reference, NewPhone, HttpContext.Connection.RemoteIpAddress, stop);
        IsSent = asked.Refusal is null;
        return await Done(citizen, reference, asked.Refusal, stop);
    }

    /// <summary>Takes the code.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string reference, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        if ((await set.Confirm(citizen, reference, Code, stop)).Refusal is not { } refusal) return LocalRedirect($"/portal/my/{reference}/phone?changed=true");
        IsSent = true;
        return await Done(citizen, reference, refusal, stop);
    }

    private async Task<IActionResult> Done(Citizen citizen, string reference, Refusal? refusal, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (refusal?.Kind == RefusalKind.NotThere || !await Load(citizen, reference, stop)) return NotFound();
        Refusal = refusal;
        if (refusal is not null) Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out _) || seen.As != SeenAs.Own) return false;
        (Seen, MayChange) = (seen, citizen.Way == CitizenWay.VNeId2);
        return true;
    }
}
