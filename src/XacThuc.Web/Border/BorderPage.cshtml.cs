using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Border;

/// <summary>What waits at the border, what failed, since when; and sending it again.</summary>
public sealed class BorderPage(HouseDb db, PartnerState partner, SendAgain sending, TimeProvider time) : PageModel
{
    /// <summary>What there is to see.</summary>
    public BorderFacts Facts { get; private set; } = null!;

    /// <summary>Why the last word was not followed.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGet(CancellationToken stop) => Facts = await BorderFacts.Look(db, partner, stop);

    /// <summary>Sends one message, or all, now.</summary>
    public Task<IActionResult> OnPostNow(long? key, CancellationToken stop) =>
        Follow(sending.Now(key, NewAct("message.send_now", key is null ? "message:all" : $"message:{key}", ""), stop), stop);

    /// <summary>Gives one message up.</summary>
    public Task<IActionResult> OnPostGiveUp(long key, string? reason, CancellationToken stop) =>
        Follow(sending.GiveUp(key, NewAct("message.give_up", $"message:{key}", reason ?? ""), stop), stop);

    private Act NewAct(string kind, string subject, string reason) => SignedIn.Get(User).NewAct(time, kind, subject, reason);

    private async Task<IActionResult> Follow(Task<Result<int>> asked, CancellationToken stop)
    {
        if ((await asked).TryGet(out _, out var refusal)) return RedirectToPage();
        Refusal = refusal;
        Facts = await BorderFacts.Look(db, partner, stop);
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
