using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists.Registered;

/// <summary>Whoever registered by themselves and waits for a list, dose by dose.</summary>
[Authorize(Policy = ListsAccess.Read)]
internal sealed class RegisteredPage(PlatformDb db, TakeRegistered take, TimeProvider time) : PageModel
{
    private const int Most = 500;

    /// <summary>Those who wait, the first to come first.</summary>
    public IReadOnlyList<OwnRegistration> Waiting { get; private set; } = [];

    /// <summary>How many wait; more than are shown, perhaps.</summary>
    public int Count { get; private set; }

    /// <summary>Who stands on a list already.</summary>
    public IReadOnlyDictionary<string, SurveyList> Known { get; private set; } = new Dictionary<string, SurveyList>(StringComparer.Ordinal);

    /// <summary>Lists that may take them.</summary>
    public IReadOnlyList<SurveyList> Lists { get; private set; } = [];

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        await Load(me, stop);
        await db.Save(me.NewAct(time, "registration.list", "registrations"), stop);
    }

    /// <summary>Puts those who are ticked on a list, a new one where none is named.</summary>
    public async Task<IActionResult> OnPostAsync(int dose, long? list, string? listTitle, string[] who, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var done = list is { } id ? await take.OnList(id, who, me, stop) : await take.OnNewList(listTitle ?? "", dose, who, me, stop);
        if (done.TryGet(out var taken, out var refusal)) return LocalRedirect($"/lists/{taken.Id}");
        db.ChangeTracker.Clear();
        await Load(me, stop);
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task Load(SignedIn me, CancellationToken stop)
    {
        Count = await db.WaitingFor(me).CountAsync(stop);
        Waiting = await db.WaitingFor(me).AsNoTracking().OrderBy(own => own.Dose).ThenBy(own => own.Id).Take(Most).ToListAsync(stop);
        Known = await FindKnown.Run(db, Waiting, me, stop);
        Lists = await db.OpenListsFor(me, stop);
    }
}
