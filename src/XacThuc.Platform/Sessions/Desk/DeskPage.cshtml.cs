using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Records;
using XacThuc.Platform.Vaccines.Rules;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Desk;

/// <summary>
/// The desk on the day: one field that takes a card, a number or a name without marks; then the person with the next step,
/// which Enter takes. The same page serves check-in, screening, injection and observation.
/// </summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class DeskPage(PlatformDb db, DayDesk desk, Inject inject, TimeProvider time) : PageModel
{
    private const int Most = 20;

    /// <summary>The session.</summary>
    public VaccinationSession Session { get; private set; } = null!;

    /// <summary>What was scanned or typed; never in an address.</summary>
    [BindProperty]
    public string? Sought { get; set; }

    /// <summary>Number of the person at the desk.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    /// <summary>Those whom it may be.</summary>
    public IReadOnlyList<(Booking Booking, ListedPerson Person)> Found { get; private set; } = [];

    /// <summary>The person at the desk.</summary>
    public (Booking Booking, ListedPerson Person)? At { get; private set; }

    /// <summary>The person's record with its verdicts; none before there is one.</summary>
    public VaccinationRecord? Record { get; private set; }

    /// <summary>Doses that the person was given.</summary>
    public IReadOnlyList<Dose> Doses { get; private set; } = [];

    /// <summary>What the schedule's rules find against the dose.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Which dose it would be.</summary>
    public int DoseNumber { get; private set; }

    /// <summary>Lots with doses left.</summary>
    public IReadOnlyList<BroughtLot> Lots { get; private set; } = [];

    /// <summary>Who is being observed, who may go first.</summary>
    public IReadOnlyList<(Booking Booking, ListedPerson Person)> Observed { get; private set; } = [];

    /// <summary>How many stand where.</summary>
    public IReadOnlyDictionary<BookingState, int> Counts { get; private set; } = new Dictionary<BookingState, int>();

    /// <summary>Given to the injection form, so that it is entered once.</summary>
    public Guid EntryKey { get; } = Guid.CreateVersion7();

    /// <summary>Now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Who works here: steps that waited in the browser are sent by the same person.</summary>
    public string By => SignedIn.Get(User).Name;

    /// <summary>Whether the day is over and entries come from paper.</summary>
    public bool IsLate => Shown.Day(Now) > Session.Day;

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>Finds the person of a card, a number or a name.</summary>
    public async Task<IActionResult> OnPostFindAsync(long id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Found = await Find(Sought ?? "", stop);
        if (Found is [var only]) return LocalRedirect($"/sessions/{id}/desk?number={only.Booking.Number}");
        return Page();
    }

    /// <summary>Somebody is there.</summary>
    public async Task<IActionResult> OnPostArriveAsync(long id, int number, CancellationToken stop) =>
        await Done(id, number, (await desk.Arrive(id, number, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Somebody is screened.</summary>
    public async Task<IActionResult> OnPostScreenAsync(long id, int number, BookingState outcome, string? note, CancellationToken stop) =>
        await Done(id, number, (await desk.Screen(id, number, new Screening(outcome, note ?? ""), SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Takes the last step back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long id, int number, CancellationToken stop) =>
        await Done(id, number, (await desk.Undo(id, number, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Enters an injection; the next person may come.</summary>
    public async Task<IActionResult> OnPostInjectAsync(long id, int number, Guid entryKey, long lot, string? reason, TimeOnly? givenAt, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        DateTimeOffset? when = null;
        if (givenAt is { } at)
        {
            if (!(await db.FindOwnSession(id, me, stop)).TryGet(out var session, out _)) return NotFound();
            when = Shown.MomentOf(session.Day, at);
        }

        return await Done(id, number, (await inject.Run(id, number, new Injection(entryKey, lot, reason ?? "", when), me, stop)).Refusal, stop);
    }

    /// <summary>Somebody leaves.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(long id, int number, string? note, CancellationToken stop) =>
        await Done(id, null, (await desk.Leave(id, number, note ?? "", SignedIn.Get(User), stop)).Refusal, stop);

    private async Task<IActionResult> Done(long id, int? number, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect(number is { } same ? $"/sessions/{id}/desk?number={same}" : $"/sessions/{id}/desk");
        db.ChangeTracker.Clear();
        if (!await Load(id, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindOwnSession(id, me, stop)).TryGet(out var session, out _)) return false;
        db.ChangeTracker.Clear();
        Session = session;
        Counts = await db.Set<Booking>().Where(booking => booking.SessionId == id).GroupBy(booking => booking.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        Observed = await Pairs(booking => booking.State == BookingState.Injected, stop);
        if (Number is not { } number) return true;
        At = (await Pairs(booking => booking.Number == number, stop)).Select(pair => ((Booking, ListedPerson)?)pair).FirstOrDefault();
        if (At is not { } at) return true;
        if (at.Person.RecordId is { } record)
        {
            Record = await db.Set<VaccinationRecord>().AsNoTracking().FirstAsync(one => one.Id == record, stop);
            Doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == record && dose.State == DoseState.Valid).OrderBy(dose => dose.Number).ToListAsync(stop);
        }

        DoseNumber = await db.Set<SurveyList>().Where(list => list.Id == at.Person.ListId).Select(list => list.Dose).FirstAsync(stop);
        if (at.Booking.DoseId is null) Findings = await inject.Findings(session, at.Person, DoseNumber, stop);
        Lots = [.. (await db.BroughtTo(id, stop)).Where(lot => lot.Brought.Left > 0)];
        db.ChangeTracker.Clear();
        await db.Save(me.NewAct(time, "day.desk", $"day:{session.Code}.{number}"), stop);
        return true;
    }

    private async Task<List<(Booking Booking, ListedPerson Person)>> Pairs(Expression<Func<Booking, bool>> which, CancellationToken stop)
    {
        var id = Session.Id;
        var pairs = await db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == id && booking.State != BookingState.Cancelled).Where(which)
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person })
            .OrderBy(pair => pair.booking.InjectedAt).ThenBy(pair => pair.booking.Number).Take(Most).ToListAsync(stop);
        return pairs.ConvertAll(pair => (pair.booking, pair.person));
    }

    private async Task<List<(Booking Booking, ListedPerson Person)>> Find(string sought, CancellationToken stop)
    {
        var id = Session.Id;
        var digits = string.Concat(sought.Split('|')[0].Where(char.IsAsciiDigit));
        var name = NameText.SearchOf(sought);
        var people = db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == id && booking.State != BookingState.Cancelled)
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person });
        people = digits.Length >= 9 ? people.Where(pair => pair.person.Digits == digits)
            : digits.Length > 3 ? people.Where(pair => pair.person.Digits.EndsWith(digits))
            : digits.Length > 0 && int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? people.Where(pair => pair.booking.Number == number)
            : name.Length > 0 ? people.Where(pair => pair.person.NameSearch.Contains(name))
            : people.Where(_ => false);
        return (await people.OrderBy(pair => pair.booking.Number).Take(Most).ToListAsync(stop)).ConvertAll(pair => (pair.booking, pair.person));
    }
}
