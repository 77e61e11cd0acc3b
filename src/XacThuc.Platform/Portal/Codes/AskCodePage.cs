using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Codes;

/// <summary>A page on which the code from a phone is typed: what all of them have, whatever the code opens.</summary>
internal abstract class AskCodePage(MessageOutbox outbox) : PageModel
{
    // Whoever finds the address on a shared phone later sees no code any more.
    protected static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(30);

    /// <summary>The code typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether another code was just asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What the form shows.</summary>
    /// <param name="sent">To whom the code was sent, in a sentence.</param>
    /// <param name="act">What the button does.</param>
    /// <param name="again">What is said where another was asked for.</param>
    public CodeAsked Asked(string sent, string act, string again) => new(sent, act, outbox.IsFolder, Again ? again : null, Refusal);

    /// <summary>Says why not, on the same page.</summary>
    protected IActionResult Refused(Refusal refusal)
    {
        (Refusal, Again) = (refusal, false);
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    /// <summary>Goes on, or says why not on the same page as long as it is there.</summary>
    /// <param name="refusal">Why not; none where it was done.</param>
    /// <param name="on">Where it goes on.</param>
    /// <param name="otherwise">Where it leads when the page is over.</param>
    /// <param name="load">Loads the page anew; whether it is still there.</param>
    protected async Task<IActionResult> Done(Refusal? refusal, string on, string otherwise, Func<Task<bool>> load)
    {
        if (refusal is null) return LocalRedirect(on);
        return await load() ? Refused(refusal) : LocalRedirect(otherwise);
    }
}
