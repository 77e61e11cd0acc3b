using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Portal.My;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.Portal.PersonalCode;

/// <summary>A citizen's own code, or that of a child whom they answer for: masked, or all of it on request. It is good for a minute and a half.</summary>
internal sealed class CodePage(CitizenSessions sessions, MyRecords records, MakeCode make) : PageModel
{
    // A page that lies open somewhere does not go on for ever.
    private const int MostTurns = 15;

    /// <summary>The record.</summary>
    public SeenRecord Seen { get; private set; } = null!;

    /// <summary>Whether all of it is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Full { get; set; }

    /// <summary>How often the page's script fetched it anew.</summary>
    [BindProperty(SupportsGet = true)]
    public int Turn { get; set; }

    /// <summary>Whether all of it may be shown.</summary>
    public bool MayShowAll { get; private set; }

    /// <summary>The code; none where there is none yet.</summary>
    public ShownCode? Code { get; private set; }

    /// <summary>Its picture.</summary>
    public QrPicture? Picture => Code is { } code ? QrPicture.Of(code.Text) : null;

    /// <summary>Why there is none.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        if (await sessions.Find(HttpContext) is not { } citizen) return LocalRedirect("/portal/look-up");
        return await Load(citizen, reference, stop) ? Page() : NotFound();
    }

    /// <summary>The code alone, for the page's script; nothing once the page has been open for long.</summary>
    public async Task<IActionResult> OnGetPartAsync(string reference, CancellationToken stop)
    {
        if (Turn >= MostTurns || await sessions.Find(HttpContext) is not { } citizen || !await Load(citizen, reference, stop) || Code is null) return new NoContentResult();
        return Partial("/Portal/PersonalCode/_Code.cshtml", this);
    }

    private async Task<bool> Load(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out _) || !seen.MayAct) return false;
        (Seen, MayShowAll) = (seen, MakeCode.MayShowAll(citizen, seen));
        if ((await make.Run(citizen, seen, Full, stop)).TryGet(out var code, out var refusal)) Code = code;
        else (Refusal, Response.StatusCode) = (refusal, Refusals.StatusOf(refusal.Kind));
        return true;
    }
}
