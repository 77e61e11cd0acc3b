using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Register;

/// <summary>Asks for the code that was sent to the phone; then shows the code to follow the registration.</summary>
internal sealed class CodePage(PlatformDb db, AskToRegister ask, ConfirmPhone confirm, MessageOutbox outbox, TimeProvider time) : AskCodePage(outbox)
{
    /// <summary>The end of the phone's number.</summary>
    public string Last4 { get; private set; } = "";

    /// <summary>The code to follow the registration; none before it stands.</summary>
    public string? FollowCode { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid ticket, CancellationToken stop) => await Load(ticket, stop) ? Page() : LocalRedirect("/portal/status");

    /// <summary>Takes the code.</summary>
    public async Task<IActionResult> OnPostAsync(Guid ticket, CancellationToken stop) =>
        await Done(ticket, (await confirm.Run(ticket, Code, stop)).Refusal, "", stop);

    /// <summary>Sends another.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid ticket, CancellationToken stop) =>
        await Done(ticket, (await ask.Again(ticket, HttpContext.Connection.RemoteIpAddress, stop)).Refusal, "?again=true", stop);

    private Task<IActionResult> Done(Guid ticket, Refusal? refusal, string query, CancellationToken stop) => Done(
        refusal, $"/portal/register/{ticket}{query}", "/portal/status", () =>
        {
            db.ChangeTracker.Clear();
            return Load(ticket, stop);
        });

    private async Task<bool> Load(Guid ticket, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.Set<OwnRegistration>().AsNoTracking().FirstOrDefaultAsync(own => own.Ticket == ticket, stop) is not { } own) return false;
        Last4 = own.Phone[^4..];
        if (own.State == RegisteredState.Unconfirmed) return own.At > now - ForgetUnconfirmed.Kept;
        if (own.ConfirmedAt is not { } at || at < now - ShownFor) return false;
        var stands = own.SameAsId is { } before ? await db.Set<OwnRegistration>().AsNoTracking().FirstAsync(other => other.Id == before, stop) : own;
        FollowCode = OneTimeCodes.Shown(stands.FollowCode);
        return true;
    }
}
