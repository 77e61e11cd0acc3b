using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Cards.Answer;
using XacThuc.Register.Cases;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Cards.Ask;

/// <summary>Requests for sessions with cards, what health stations answered, and the way to a new one.</summary>
[Authorize(Policy = CardsAccess.Ask)]
internal sealed class CardsPage(RegisterDb db, AskForCards ask, NoteAnswer note, TimeProvider time) : PageModel
{
    private const int Most = 100;

    /// <summary>Requests, news first, each with its sessions.</summary>
    public IReadOnlyList<(CardRequest Request, IReadOnlyList<CardDay> Days)> Requests { get; private set; } = [];

    /// <summary>Names of the communes that may be asked for, by code.</summary>
    public IReadOnlyDictionary<string, string> Communes { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The form, as it was filled in.</summary>
    public CardsAsked Form { get; private set; } = null!;

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public Task OnGetAsync(CancellationToken stop)
    {
        var tomorrow = Shown.Day(time.GetUtcNow()).AddDays(1);
        Form = new CardsAsked("", tomorrow, tomorrow.AddDays(13), 1, 20, "");
        return Load(stop);
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(string? commune, DateOnly from, DateOnly to, int teams, int peopleAnHour, string? word, CancellationToken stop)
    {
        Form = new CardsAsked(commune ?? "", from, to, teams, peopleAnHour, word ?? "");
        return await Done((await ask.Run(Form, SignedIn.Get(User), stop)).Refusal, stop);
    }

    /// <summary>Notes an answer.</summary>
    public async Task<IActionResult> OnPostNoteAsync(long id, int version, CancellationToken stop)
    {
        var tomorrow = Shown.Day(time.GetUtcNow()).AddDays(1);
        Form = new CardsAsked("", tomorrow, tomorrow.AddDays(13), 1, 20, "");
        return await Done((await note.Run(id, version, SignedIn.Get(User), stop)).Refusal, stop);
    }

    private async Task<IActionResult> Done(Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect("/cards");
        db.ChangeTracker.Clear();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        await Load(stop);
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var codes = await db.CardCommunesOf(me).Select(place => place.Code).Distinct().ToListAsync(stop);
        Communes = await db.NamesOf(codes, me, stop);
        var requests = await db.CardRequestsOf(me).AsNoTracking()
            .OrderBy(request => request.AnsweredAt != null && !request.IsNoted ? 0 : 1).ThenByDescending(request => request.Id).Take(Most).ToListAsync(stop);
        var ids = requests.Select(request => request.Id).ToArray();
        var days = (await db.Set<CardDay>().AsNoTracking().Where(day => ids.Contains(day.RequestId)).ToListAsync(stop)).ToLookup(day => day.RequestId);
        Requests = [.. requests.Select(request => (request, (IReadOnlyList<CardDay>)[.. days[request.Id].OrderBy(day => day.Day).ThenBy(day => day.Opens)]))];
    }
}
