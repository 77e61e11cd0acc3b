using Microsoft.AspNetCore.Mvc;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Portal.Visits;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.LookUp;

/// <summary>Asks for the code that was sent, if anybody was found: the page is the same where nobody was.</summary>
internal sealed class LookCodePage(PlatformDb db, AskToLook ask, ConfirmLook confirm, CitizenSessions sessions, MessageOutbox outbox, TimeProvider time) : AskCodePage(outbox)
{
    public async Task<IActionResult> OnGetAsync(Guid ticket, CancellationToken stop) =>
        await db.FindTicket(ticket, time.GetUtcNow(), stop) is null ? LocalRedirect("/portal/look-up") : Page();

    /// <summary>Takes the code; the session begins.</summary>
    public async Task<IActionResult> OnPostAsync(Guid ticket, CancellationToken stop)
    {
        if (!(await confirm.Run(ticket, Code, stop)).TryGet(out var citizen, out var refusal)) return Over(refusal);
        await sessions.Begin(HttpContext, citizen);
        return LocalRedirect(ReturnPlace.Take(HttpContext));
    }

    /// <summary>Sends another, or seems to.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid ticket, CancellationToken stop) =>
        (await ask.Again(ticket, HttpContext.Connection.RemoteIpAddress, stop)).Refusal is { } refusal
            ? Over(refusal) : LocalRedirect($"/portal/look-up/{ticket}?again=true");

    private IActionResult Over(Refusal refusal) => refusal.Kind == RefusalKind.NotThere ? LocalRedirect("/portal/look-up") : Refused(refusal);
}
