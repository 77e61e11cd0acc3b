using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Sessions.Cards;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Plan;

/// <summary>What the form of a new session says.</summary>
public sealed record PlanForm
{
    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>When.</summary>
    public DateOnly Day { get; init; }

    /// <summary>On how many days in a row at most.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Why a day that is over is entered now.</summary>
    public string? LateReason { get; init; }

    /// <summary>From.</summary>
    public TimeOnly Opens { get; init; } = new(7, 30);

    /// <summary>Until.</summary>
    public TimeOnly Closes { get; init; } = new(11, 30);

    /// <summary>Teams.</summary>
    public int Teams { get; init; } = 1;

    /// <summary>People a team vaccinates in an hour.</summary>
    public int PeopleAnHour { get; init; } = 30;

    /// <summary>Code of the product.</summary>
    public string? Product { get; init; }

    /// <summary>The police issue cards there too.</summary>
    public bool WithCards { get; init; }

    /// <summary>Lists whose people are invited; null, not empty, before anything is bound: what is there would be kept.</summary>
    public IReadOnlyList<long>? Lists { get; init; }
}

/// <summary>The calendar of sessions, who waits for one, and the way to a new one.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class SessionsPage(PlatformDb db, PlanSession plan, DeclineCards decline, TimeProvider time) : PageModel
{
    private const int Most = 200;

    /// <summary>Sessions, the next first, then those that are over.</summary>
    public IReadOnlyList<PlannedSession> Sessions { get; private set; } = [];

    /// <summary>The month that is asked for, or this one.</summary>
    public Month Calendar { get; private set; } = null!;

    /// <summary>Which month the calendar shows, as <c>2026-11</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Asked { get; set; }

    /// <summary>Approved lists with how many of their people wait for a session.</summary>
    public IReadOnlyList<(SurveyList List, int Waiting)> Waiting { get; private set; } = [];

    /// <summary>Products that may be used today.</summary>
    public IReadOnlyList<Product> Products { get; private set; } = [];

    /// <summary>The form, as it was filled in.</summary>
    [BindProperty(Name = "")]
    public PlanForm Form { get; set; } = new();

    /// <summary>Today.</summary>
    public DateOnly Today => Shown.Day(time.GetUtcNow());

    /// <summary>Whether whoever looks plans sessions.</summary>
    public bool MayPlan { get; private set; }

    /// <summary>What the police ask for on days that are not over, the earliest first; declined requests are not shown.</summary>
    public IReadOnlyList<CardRequest> CardRequests { get; private set; } = [];

    /// <summary>Whether whoever looks answers the police.</summary>
    public bool MayAnswer { get; private set; }

    /// <summary>Why nothing was planned.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        await Load(stop);
        if (!MayAnswer || CardRequests.FirstOrDefault(request => request.State == CardRequestState.Open && request.To > Today) is not { } asked) return;

        // The first day on which the police can come, from tomorrow on.
        Form = Form with { WithCards = true, Day = asked.From > Today ? asked.From : Today.AddDays(1) };
    }

    private async Task Load(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        MayPlan = SessionsAccess.MayVaccinate(me.Role);
        var today = Today;
        var sessions = await db.SessionsOf(me).AsNoTracking().OrderBy(session => session.Day < today ? 1 : 0)
            .ThenBy(session => session.Day < today ? -session.Day.DayNumber : session.Day.DayNumber).ThenBy(session => session.Opens).Take(Most).ToListAsync(stop);
        Sessions = await WithCounts(sessions, stop);
        Calendar = await MonthOf(me, stop);
        MayAnswer = CardsReach.MayAnswer(me.Role);
        CardRequests = await db.CardRequestsOf(me).AsNoTracking().Where(request => request.To >= today && request.State != CardRequestState.Declined)
            .OrderBy(request => request.State).ThenBy(request => request.From).ThenBy(request => request.Id).Take(Most).ToListAsync(stop);
        if (!MayPlan) return;

        Products = [.. VaccineCatalogue.Standard.Products.Where(product => product.From <= today && today <= (product.To ?? DateOnly.MaxValue))];
        var waiting = new List<(SurveyList, int)>();
        foreach (var list in await PlanSession.InvitableLists(db, me).OrderBy(list => list.Id).ToListAsync(stop))
            if (await PlanSession.WaitingPeople(db, list.Id).CountAsync(stop) is > 0 and var people) waiting.Add((list, people));
        Waiting = waiting;
    }

    private async Task<Month> MonthOf(SignedIn me, CancellationToken stop)
    {
        var empty = new Month(Month.FirstOf(Asked, Today), []);
        var (from, to) = (empty.From, empty.To);
        var sessions = await db.SessionsOf(me).AsNoTracking()
            .Where(session => session.Day >= from && session.Day < to && session.State != SessionState.Cancelled).OrderBy(session => session.Day).Take(Most).ToListAsync(stop);
        return empty with { Sessions = await WithCounts(sessions, stop) };
    }

    private async Task<IReadOnlyList<PlannedSession>> WithCounts(List<VaccinationSession> sessions, CancellationToken stop)
    {
        var ids = sessions.Select(session => session.Id).ToArray();
        var counts = await db.Set<Booking>().Where(booking => ids.Contains(booking.SessionId) && booking.State != BookingState.Cancelled)
            .GroupBy(booking => booking.SessionId).Select(group => new { group.Key, People = group.Count(), Done = group.Count(booking => booking.DoseId != null) })
            .ToDictionaryAsync(group => group.Key, group => (group.People, group.Done), stop);
        return sessions.ConvertAll(session => new PlannedSession(session, counts.GetValueOrDefault(session.Id).People, counts.GetValueOrDefault(session.Id).Done));
    }

    /// <summary>Plans a session and invites people to it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        static int Minutes(TimeOnly at) => at.Hour * 60 + at.Minute;
        var planned = await plan.Run(
            new SessionPlan(
                Form.Place ?? "", Form.Day, Form.Days, Minutes(Form.Opens), Minutes(Form.Closes), Form.Teams, Form.PeopleAnHour, Form.Product ?? "", Form.WithCards,
                Form.LateReason ?? "", Form.Lists ?? []),
            SignedIn.Get(User), stop);
        if (planned.TryGet(out var done, out var refusal))
            return LocalRedirect($"/sessions/{done.Sessions[0].Id}?days={done.Sessions.Count}&notDue={done.NotDue}&left={done.Left}");
        return await Refused(refusal, stop);
    }

    /// <summary>Tells the police why there will be no session with cards.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(long request, string? reason, CancellationToken stop) =>
        (await decline.Run(request, reason ?? "", SignedIn.Get(User), stop)).Refusal is { } refusal ? await Refused(refusal, stop) : LocalRedirect("/sessions");

    private async Task<IActionResult> Refused(Refusal refusal, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        await Load(stop);
        return Page();
    }
}
