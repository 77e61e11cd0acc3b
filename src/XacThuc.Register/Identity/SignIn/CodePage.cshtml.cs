using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Register.Identity.Connect;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Identity.SignIn;

/// <summary>The code of the phone, at level 2.</summary>
internal sealed class CodePage(RegisterDb db, EnterIdentity enter, Asks asks, Visits visits) : PageModel
{
    /// <summary>What is asked for, as it came.</summary>
    [BindProperty(SupportsGet = true, Name = "ask")]
    public string? Query { get; set; }

    /// <summary>The code typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Who asks.</summary>
    public Ask Ask { get; private set; } = null!;

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await asks.Find(Query, stop) is not { } ask) return LocalRedirect(IdentityLinks.Refused);
        Ask = ask;
        return await visits.Find(HttpContext, db, VisitStep.Code, stop) is null ? LocalRedirect(IdentityLinks.SignIn(ask)) : Page();
    }

    /// <summary>The second step.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await asks.Find(Query, stop) is not { } ask) return LocalRedirect(IdentityLinks.Refused);
        Ask = ask;
        if (await visits.Find(HttpContext, db, VisitStep.Code, stop) is not { } visit) return LocalRedirect(IdentityLinks.SignIn(ask));
        var entered = await enter.WithCode(visit.Identity, Code, HttpContext.Connection.RemoteIpAddress, stop);
        if (entered.TryGet(out var identity, out var refusal))
        {
            visits.Begin(HttpContext, identity, VisitStep.SignedIn);
            return LocalRedirect(IdentityLinks.Consent(ask));
        }

        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
