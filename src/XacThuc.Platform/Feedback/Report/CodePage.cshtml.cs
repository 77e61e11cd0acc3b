using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>Asks for the code that was sent to the phone; then is the receipt: the code to follow the case, and until when it is answered.</summary>
internal sealed class CodePage(PlatformDb db, SendReport send, ConfirmReport confirm, MessageOutbox outbox, TimeProvider time) : PageModel
{
    // Whoever finds the address on a shared phone later sees no code any more.
    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(30);

    /// <summary>The code typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether another code was just sent.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    /// <summary>The case.</summary>
    public FeedbackCase Case { get; private set; } = null!;

    /// <summary>The unit that answers; none before it stands.</summary>
    public string? Unit { get; private set; }

    /// <summary>The code to follow it.</summary>
    public string FollowCode => OneTimeCodes.Shown(Case.FollowCode);

    /// <summary>The end of the phone's number; empty where there is none.</summary>
    public string Last4 => Case.Phone.Length > 4 ? Case.Phone[^4..] : "";

    /// <summary>Whether messages are files in a folder.</summary>
    public bool IsFolder => outbox.IsFolder;

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid ticket, CancellationToken stop) => await Load(ticket, stop) ? Page() : LocalRedirect("/portal/feedback/follow");

    /// <summary>Takes the code.</summary>
    public async Task<IActionResult> OnPostAsync(Guid ticket, CancellationToken stop) =>
        await Done(ticket, (await confirm.Run(ticket, Code, stop)).Refusal, "", stop);

    /// <summary>Sends another.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid ticket, CancellationToken stop) =>
        await Done(ticket, (await send.Again(ticket, HttpContext.Connection.RemoteIpAddress, stop)).Refusal, "?again=true", stop);

    private async Task<IActionResult> Done(Guid ticket, Refusal? refusal, string query, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/portal/feedback/{ticket}{query}");
        db.ChangeTracker.Clear();
        (Refusal, Again) = (refusal, false);
        if (!await Load(ticket, stop)) return LocalRedirect("/portal/feedback/follow");
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

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
