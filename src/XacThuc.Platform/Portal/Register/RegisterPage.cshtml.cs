using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Lists.Edit;
using XacThuc.Platform.Messages;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.Register;

/// <summary>The form with which somebody registers for vaccination.</summary>
[Compressed]
internal sealed class RegisterPage(AskToRegister ask, MessageOutbox outbox) : PageModel
{
    /// <summary>What stands in the form.</summary>
    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    /// <summary>What was scanned; never in an address.</summary>
    [BindProperty]
    public string? Card { get; set; }

    /// <summary>Communes to choose from.</summary>
    public IReadOnlyList<PortalCommune> Communes { get; private set; } = [];

    /// <summary>What is to be put right.</summary>
    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    /// <summary>What the scan came to; none before one.</summary>
    public string? Scanned { get; private set; }

    /// <summary>Whether it filled the form in.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What is to be put right at a field.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field.Equals(field, StringComparison.Ordinal))?.Sentence.ToString();

    public async Task OnGetAsync(CancellationToken stop)
    {
        Refusal = outbox.Sends ? null : RegisterRefusals.NoMessages;
        Communes = await ask.Communes(stop);
    }

    /// <summary>Sends the form; then the code is asked for.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if ((await ask.Run(Form, HttpContext.Connection.RemoteIpAddress, stop)).TryGet(out var taken, out var refusal) && taken.Problems.Count == 0)
            return LocalRedirect($"/portal/register/{taken.Ticket}");
        (Problems, Refusal) = (taken?.Problems ?? [], refusal);
        Response.StatusCode = Refusals.StatusOf(refusal?.Kind ?? RefusalKind.NotAcceptable);
        Communes = await ask.Communes(stop);
        return Page();
    }

    /// <summary>Fills the form in from a scanned card.</summary>
    public async Task<IActionResult> OnPostScanAsync(CancellationToken stop)
    {
        var (fields, sentence) = ScannedFields.Of(Card);
        if (fields is not null) Form = Form.With(fields);
        ModelState.Clear();
        (Scanned, IsRead, Card) = (fields is null ? sentence.ToString() : Speech.Say("Đã điền từ mã QR. Xem lại và ghi tiếp phần còn thiếu.", "Filled in from the code. Look at it and write what is missing."), fields is not null, null);
        Communes = await ask.Communes(stop);
        return Page();
    }
}
