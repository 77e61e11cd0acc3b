using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;
using XacThuc.Register.Identity.Connect;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Identity.SignIn;

/// <summary>What is handed over to whom, if the person agrees. Asked each time: nothing is agreed to for later.</summary>
internal sealed class ConsentPage(RegisterDb db, Asks asks, Visits visits) : PageModel
{
    /// <summary>What is asked for, as it came.</summary>
    [BindProperty(SupportsGet = true, Name = "ask")]
    public string? Query { get; set; }

    /// <summary>Who asks.</summary>
    public Ask Ask { get; private set; } = null!;

    /// <summary>What would be handed over.</summary>
    public IReadOnlyList<(Bilingual What, string Value)> Values { get; private set; } = [];

    /// <summary>1 or 2.</summary>
    public int Level { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await asks.Find(Query, stop) is not { } ask) return LocalRedirect(IdentityLinks.Refused);
        Ask = ask;
        if (await visits.Find(HttpContext, db, VisitStep.SignedIn, stop) is not { } visit
            || await db.FindPerson(visit.Identity.Number, stop) is not { } person) return LocalRedirect(IdentityLinks.SignIn(ask));
        (Level, Values) = (visit.Identity.Level, [.. HandedOver.ToRead(person, ask.Scopes)]);

        // The answer leads back to whoever asked.
        SecurityHeaders.AllowFormsTo(HttpContext, ask.Redirect);
        return Page();
    }

    /// <summary>Its form goes elsewhere: whatever comes here was made by nobody who read the page.</summary>
    public IActionResult OnPost() => LocalRedirect(IdentityLinks.Refused);
}
