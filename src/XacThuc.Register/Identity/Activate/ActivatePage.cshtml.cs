using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Identity.Activate;

/// <summary>The slip: number and activation code.</summary>
internal sealed class ActivatePage(ActivateIdentity activate, Visits visits) : PageModel
{
    /// <summary>The number typed.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>The code typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether what had begun took too long.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    public void OnGet() => Refusal = Late ? IdentityRefusals.TooLate : null;

    /// <summary>Takes the slip.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var taken = await activate.WithSlip(Number, Code, HttpContext.Connection.RemoteIpAddress, stop);
        if (taken.TryGet(out var identity, out var refusal))
        {
            visits.Begin(HttpContext, identity, VisitStep.Activating, identity.Level == 2 ? ActivateIdentity.NewSecret() : "");
            return LocalRedirect("/identity/activate/choose");
        }

        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
