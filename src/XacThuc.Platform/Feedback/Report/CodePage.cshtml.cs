using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>Asks for the code that was sent to the phone; then is the receipt: the code to follow the case, and until when it is answered.</summary>
internal sealed class CodePage(PlatformDb db, SendReport send, ConfirmReport confirm, MessageOutbox outbox, TimeProvider time) : AskCodePage(outbox)
{
    /// <summary>The case.</summary>
    public FeedbackCase Case { get; private set; } = null!;

    /// <summary>The unit that answers; none before it stands.</summary>
    public string? Unit { get; private set; }

    /// <summary>The code to follow it.</summary>
    public string FollowCode => OneTimeCodes.Shown(Case.FollowCode);

    /// <summary>The end of the phone's number; empty where there is none.</summary>
    public string Last4 => Case.Phone.Length > 4 ? Case.Phone[^4..] : "";

    public async Task<IActionResult> OnGetAsync(Guid ticket, CancellationToken stop) => await Load(ticket, stop) ? Page() : LocalRedirect("/portal/feedback/follow");

    /// <summary>Takes the code.</summary>
    public async Task<IActionResult> OnPostAsync(Guid ticket, CancellationToken stop) =>
        await Done(ticket, (await confirm.Run(ticket, Code, stop)).Refusal, "", stop);

    /// <summary>Sends another.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid ticket, CancellationToken stop) =>
        await Done(ticket, (await send.Again(ticket, HttpContext.Connection.RemoteIpAddress, stop)).Refusal, "?again=true", stop);

    private Task<IActionResult> Done(Guid ticket, Refusal? refusal, string query, CancellationToken stop) => Done(
        refusal, $"/portal/feedback/{ticket}{query}", "/portal/feedback/follow", () =>
        {
            db.ChangeTracker.Clear();
            return Load(ticket, stop);
        });

    private async Task<bool> Load(Guid ticket, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.Set<FeedbackCase>().AsNoTracking().FirstOrDefaultAsync(one => one.Ticket == ticket, stop) is not { } one) return false;
        Case = one;
        if (one.State == FeedbackState.Unconfirmed) return one.At > now - TicketReach.Kept;
        Unit = await db.Units.Where(unit => unit.Id == one.UnitId).Select(unit => unit.Name).FirstOrDefaultAsync(stop);
        return one.RecordedAt > now - ShownFor;
    }
}
