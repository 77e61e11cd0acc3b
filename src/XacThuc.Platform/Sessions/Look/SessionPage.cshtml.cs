using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Sessions.Close;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Look;

/// <summary>One session: who comes when, the lots, how far the day is, and its end.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class SessionPage(PlatformDb db, KeepLots lots, CloseSession close, TimeProvider time) : PageModel
{
    /// <summary>The session.</summary>
    public VaccinationSession Session { get; private set; } = null!;

    /// <summary>Name of the product.</summary>
    public string ProductName { get; private set; } = "";

    /// <summary>Who is invited, by the time they come.</summary>
    public IReadOnlyList<(Booking Booking, ListedPerson Person)> People { get; private set; } = [];

    /// <summary>Its lots.</summary>
    public IReadOnlyList<BroughtLot> Lots { get; private set; } = [];

    /// <summary>Lots of the store that may be taken.</summary>
    public IReadOnlyList<StoredLot> Store { get; private set; } = [];

    /// <summary>Whether whoever looks works at it.</summary>
    public bool MayWork { get; private set; }

    /// <summary>Sessions that were planned at once; told once, after planning.</summary>
    [BindProperty(SupportsGet = true)]
    public int Days { get; set; }

    /// <summary>People left out since a rule refuses the dose on that day; told once, after planning.</summary>
    [BindProperty(SupportsGet = true)]
    public int NotDue { get; set; }

    /// <summary>People for whom there was no room; likewise.</summary>
    [BindProperty(SupportsGet = true)]
    public int Left { get; set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "day.view", $"day:{Session.Code}"), stop);
        return Page();
    }

    /// <summary>Takes doses of a lot to the session.</summary>
    public async Task<IActionResult> OnPostTakeAsync(long id, long lot, int doses, CancellationToken stop) =>
        await Done(id, (await lots.Take(id, lot, doses, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Closes the session.</summary>
    public async Task<IActionResult> OnPostCloseAsync(long id, [FromForm] LotCountForm counts, CancellationToken stop) =>
        await Done(id, (await close.Run(id, counts.Counts, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Calls it off.</summary>
    public async Task<IActionResult> OnPostCallOffAsync(long id, CancellationToken stop) =>
        await Done(id, (await close.CallOff(id, SignedIn.Get(User), stop)).Refusal, stop);

    private async Task<IActionResult> Done(long id, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/sessions/{id}");
        db.ChangeTracker.Clear();
        if (!await Load(id, SignedIn.Get(User), stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSession(id, me, stop)).TryGet(out var session, out _)) return false;
        db.ChangeTracker.Clear();
        (Session, MayWork) = (session, session.IsOpen && SessionsAccess.MayVaccinate(me.Role) && session.UnitId == me.UnitId);
        ProductName = VaccineCatalogue.NameOf(session.Product);
        var people = await db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == id)
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person })
            .OrderBy(pair => pair.booking.Number).ToListAsync(stop);
        People = people.ConvertAll(pair => (pair.booking, pair.person));
        Lots = await db.BroughtTo(id, stop);
        if (MayWork)
            Store = [.. (await lots.Stored(session.UnitId, stop)).Where(stored => stored.Left > 0 && stored.Lot.ExpiresOn >= session.Day
                && stored.Lot.Product.Equals(session.Product, StringComparison.Ordinal))];
        db.ChangeTracker.Clear();
        return true;
    }
}

/// <summary>The counts of a form, lot by lot; null, not empty, before anything is bound: what is there would be kept.</summary>
public sealed record LotCountForm
{
    /// <summary>Keys of the lots at the session.</summary>
    public IReadOnlyList<long>? SessionLot { get; init; }

    /// <summary>Thrown away.</summary>
    public IReadOnlyList<int>? Discarded { get; init; }

    /// <summary>Back to the store.</summary>
    public IReadOnlyList<int>? Returned { get; init; }

    /// <summary>Why the balance does not close.</summary>
    public IReadOnlyList<string?>? Explanation { get; init; }

    internal IReadOnlyList<LotCount> Counts =>
        [.. (SessionLot ?? []).Select((lot, i) => new LotCount(lot, At(Discarded, i), At(Returned, i), At(Explanation, i) ?? ""))];

    private static T? At<T>(IReadOnlyList<T>? all, int place) => all is not null && place < all.Count ? all[place] : default;
}
