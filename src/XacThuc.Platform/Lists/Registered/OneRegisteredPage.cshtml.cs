using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists.Registered;

/// <summary>All that somebody wrote who registered; refused here, with a reason.</summary>
[Authorize(Policy = ListsAccess.Read)]
internal sealed class OneRegisteredPage(PlatformDb db, RefuseRegistered refuse, TimeProvider time) : PageModel
{
    /// <summary>The registration.</summary>
    public OwnRegistration Own { get; private set; } = null!;

    /// <summary>The list that has the same person, perhaps.</summary>
    public SurveyList? Known { get; private set; }

    /// <summary>Why it was not refused.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(reference, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "registration.view", $"registration:{Own.Ref}"), stop);
        return Page();
    }

    /// <summary>Refuses it.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, string? reason, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if ((await refuse.Run(reference, reason, me, stop)).Refusal is not { } refusal) return LocalRedirect("/lists/registrations");
        db.ChangeTracker.Clear();
        if (!await Load(reference, me, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(string reference, SignedIn me, CancellationToken stop)
    {
        if (await db.RegisteredFor(me).AsNoTracking().FirstOrDefaultAsync(own => own.Ref == reference && own.ConfirmedAt != null, stop) is not { } own) return false;
        Own = own;
        Known = (await FindKnown.Run(db, [own], me, stop)).GetValueOrDefault(own.Ref);
        return true;
    }
}
