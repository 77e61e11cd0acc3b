using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.LookUp;

/// <summary>Asks whose record is looked for; by post, so that nothing of it stands in an address.</summary>
[Compressed]
internal sealed class LookPage(AskToLook ask, PhoneCodes codes) : PageModel
{
    /// <summary>What stands in the form.</summary>
    [BindProperty]
    public LookForm Form { get; set; } = new();

    /// <summary>What is to be put right.</summary>
    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What is to be put right at a field.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field.Equals(field, StringComparison.Ordinal))?.Sentence.ToString();

    public void OnGet() => Refusal = codes.CanSend ? null : LookRefusals.NoMessages;

    /// <summary>Asks; then the code is asked for.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if ((await ask.Run(Form, HttpContext.Connection.RemoteIpAddress, stop)).TryGet(out var taken, out var refusal) && taken.Problems.Count == 0)
            return LocalRedirect($"/portal/look-up/{taken.Ticket}");
        (Problems, Refusal) = (taken?.Problems ?? [], refusal);
        Response.StatusCode = Refusals.StatusOf(refusal?.Kind ?? RefusalKind.NotAcceptable);
        return Page();
    }
}
