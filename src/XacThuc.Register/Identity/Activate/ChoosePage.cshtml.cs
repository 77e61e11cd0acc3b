using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;

namespace XacThuc.Register.Identity.Activate;

/// <summary>Password, and at level 2 the app on the phone.</summary>
internal sealed class ChoosePage(RegisterDb db, ActivateIdentity activate, Visits visits) : PageModel
{
    /// <summary>The password.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Again.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>The code that the phone shows.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The secret for the phone; empty at level 1.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The secret in groups, to be typed.</summary>
    public string SecretShown => string.Join(' ', Secret.Chunk(4).Select(group => new string(group)));

    /// <summary>The secret as a picture for the phone's camera. It names no person: the phone may show it to others.</summary>
    public QrPicture? Picture => Secret.Length == 0 ? null : QrPicture.Of($"otpauth://totp/XacThuc:dinh-danh-muc-2?secret={Secret}&issuer=XacThuc");

    /// <summary>Whether it is done.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await visits.Find(HttpContext, db, VisitStep.Activating, stop) is not { } found) return LocalRedirect("/identity/activate?late=true");
        Secret = found.Visit.Secret;
        return Page();
    }

    /// <summary>Takes what was chosen.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await visits.Find(HttpContext, db, VisitStep.Activating, stop) is not { } found) return LocalRedirect("/identity/activate?late=true");
        Secret = found.Visit.Secret;
        var done = await activate.Choose(found.Identity, new Chosen(Password ?? "", Again ?? "", Secret, Code ?? ""), stop);
        (IsDone, Refusal) = (done.Refusal is null, done.Refusal);
        if (IsDone) visits.End(HttpContext);
        else Response.StatusCode = Refusals.StatusOf(done.Refusal!.Kind);
        return Page();
    }
}
