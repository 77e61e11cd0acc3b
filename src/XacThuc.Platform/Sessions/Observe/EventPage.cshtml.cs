using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Observe;

/// <summary>What the form of a reaction says; null, not empty, before anything is bound.</summary>
public sealed record EventForm
{
    /// <summary>How long after the injection.</summary>
    public int After { get; init; }

    /// <summary>In what: 1 minutes, 60 hours, 1440 days.</summary>
    public int Unit { get; init; } = 1;

    /// <summary>What showed.</summary>
    public IReadOnlyList<EventSigns>? Signs { get; init; }

    /// <summary>In words.</summary>
    public string? Words { get; init; }

    /// <summary>How bad.</summary>
    public EventGrade Grade { get; init; }

    /// <summary>What was done.</summary>
    public string? Action { get; init; }

    /// <summary>Where it stands.</summary>
    public EventOutcome Outcome { get; init; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(EventForm);

    internal EventSeen Seen => new(
        (int)Math.Min(int.MaxValue, (long)After * Math.Clamp(Unit, 1, 1440)), (Signs ?? []).Aggregate(EventSigns.None, (all, one) => all | one), Words ?? "", Grade, Action ?? "", Outcome);
}

/// <summary>The reactions of one person after an injection: what is known, how it goes on, and the form of a new one.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class EventPage(PlatformDb db, ReportEvent report, TimeProvider time) : PageModel
{
    /// <summary>The session.</summary>
    public VaccinationSession Session { get; private set; } = null!;

    /// <summary>The place at it.</summary>
    public Booking Booking { get; private set; } = null!;

    /// <summary>The person.</summary>
    public ListedPerson Person { get; private set; } = null!;

    /// <summary>Reactions with how they went on, the last first.</summary>
    public IReadOnlyList<(AdverseEvent Event, IReadOnlyList<EventFollowUp> News)> Events { get; private set; } = [];

    /// <summary>The form, as it was filled in.</summary>
    [BindProperty(Name = "")]
    public EventForm Form { get; set; } = new();

    /// <summary>Whether whoever looks writes here.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>Why nothing was written.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, int place, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, place, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "event.view", $"day:{Session.Code}.{place}"), stop);
        return Page();
    }

    /// <summary>Writes a reaction down.</summary>
    public async Task<IActionResult> OnPostAsync(long id, int place, CancellationToken stop) =>
        await Done(id, place, (await report.Run(id, place, Form.Seen, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Writes down how one goes on.</summary>
    public async Task<IActionResult> OnPostFollowAsync(long id, int place, long seen, string? news, EventGrade nowGrade, EventOutcome nowOutcome, CancellationToken stop) =>
        await Done(id, place, (await report.FollowUp(id, seen, new EventNews(news ?? "", nowGrade, nowOutcome), SignedIn.Get(User), stop)).Refusal, stop);

    private async Task<IActionResult> Done(long id, int place, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/sessions/{id}/events/{place}");
        db.ChangeTracker.Clear();
        if (!await Load(id, place, SignedIn.Get(User), stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, int place, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSession(id, me, stop)).TryGet(out var session, out _)) return false;
        db.ChangeTracker.Clear();
        var found = await db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == id && booking.Number == place && booking.DoseId != null)
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person }).FirstOrDefaultAsync(stop);
        if (found is null) return false;
        (Session, Booking, Person) = (session, found.booking, found.person);
        MayWrite = SessionsAccess.MayVaccinate(me.Role) && session.UnitId == me.UnitId;
        var events = await db.Set<AdverseEvent>().AsNoTracking().Where(one => one.SessionId == id && one.Number == place).OrderByDescending(one => one.Id).ToListAsync(stop);
        var ids = events.Select(one => one.Id).ToArray();
        var news = (await db.Set<EventFollowUp>().AsNoTracking().Where(one => ids.Contains(one.EventId)).OrderBy(one => one.Id).ToListAsync(stop)).ToLookup(one => one.EventId);
        Events = events.ConvertAll(one => (one, (IReadOnlyList<EventFollowUp>)[.. news[one.Id]]));
        return true;
    }
}
