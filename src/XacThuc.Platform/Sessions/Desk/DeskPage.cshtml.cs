using System.Globalization;
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

/// <summary>Somebody who was vaccinated and is being observed.</summary>
/// <param name="Number">Number at the session.</param>
/// <param name="Name">Who.</param>
/// <param name="Since">Since when.</param>
internal sealed record ObservedPerson(int Number, string Name, DateTimeOffset Since)
{
    /// <summary>Until when, at least.</summary>
    public DateTimeOffset Until => Since + Booking.Observation;
}

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
    public IReadOnlyList<ObservedPerson> Observed { get; private set; } = [];

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

    /// <summary>Whether the desk's script asks, which stays on its page and needs what stands between head and foot.</summary>
    public bool IsPart => Request.Headers.ContainsKey("X-Desk");

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(id, SignedIn.Get(User), stop)).TryGet(out var session, out _)) return NotFound();
        return await Show(session, isSeen: true, stop);
    }

    /// <summary>Finds the person of a card, a number or a name.</summary>
    public async Task<IActionResult> OnPostFindAsync(long id, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(id, SignedIn.Get(User), stop)).TryGet(out var session, out _)) return NotFound();
        var found = await Find(id, Sought ?? "", stop);
        if (found is [var only]) return await Stand(session, only.Booking.Number, isSeen: true, stop, only);
        Found = found.ConvertAll(row => (row.Booking, row.Person));
        return await Show(session, isSeen: true, stop);
    }

    /// <summary>Somebody is there.</summary>
    public async Task<IActionResult> OnPostArriveAsync(long id, int number, CancellationToken stop) =>
        await Done(id, number, await desk.Arrive(id, number, SignedIn.Get(User), stop), stop);

    /// <summary>Somebody is screened.</summary>
    public async Task<IActionResult> OnPostScreenAsync(long id, int number, BookingState outcome, string? note, CancellationToken stop) =>
        await Done(id, number, await desk.Screen(id, number, new Screening(outcome, note ?? ""), SignedIn.Get(User), stop), stop);

    /// <summary>Takes the last step back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long id, int number, CancellationToken stop) =>
        await Done(id, number, await desk.Undo(id, number, SignedIn.Get(User), stop), stop);

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

        var entered = await inject.Run(id, number, new Injection(entryKey, lot, reason ?? "", when), me, stop);
        return await Done(id, number, entered.Match<Result<VaccinationSession>>(injected => injected.Session, refusal => refusal), stop);
    }

    /// <summary>Somebody leaves.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(long id, int number, string? note, CancellationToken stop) =>
        await Done(id, null, await desk.Leave(id, number, note ?? "", SignedIn.Get(User), stop), stop);

    private async Task<IActionResult> Done(long id, int? number, Result<VaccinationSession> step, CancellationToken stop)
    {
        db.ChangeTracker.Clear();

        // The step itself stands in the audit, with the person.
        if (step.TryGet(out var session, out var refusal)) return await Stand(session, number, isSeen: false, stop);
        if (!(await db.FindOwnSession(id, SignedIn.Get(User), stop)).TryGet(out session, out _)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return await Show(session, isSeen: true, stop);
    }

    // A browser without script is sent on, so that going back sends nothing twice; the script is spared the way.
    private async Task<IActionResult> Stand(VaccinationSession session, int? number, bool isSeen, CancellationToken stop, DeskRow? known = null)
    {
        var address = number is { } same ? $"/sessions/{session.Id}/desk?number={same}" : $"/sessions/{session.Id}/desk";
        if (!IsPart) return LocalRedirect(address);
        (Number, Sought) = (number, null);
        Response.Headers.ContentLocation = address;
        return await Show(session, isSeen, stop, known);
    }

    private async Task<PageResult> Show(VaccinationSession session, bool isSeen, CancellationToken stop, DeskRow? known = null)
    {
        var (id, me) = (session.Id, SignedIn.Get(User));
        db.ChangeTracker.Clear();
        Session = session;
        Counts = await db.Set<Booking>().Where(booking => booking.SessionId == id).GroupBy(booking => booking.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        Observed = await db.Set<Booking>().Where(booking => booking.SessionId == id && booking.State == BookingState.Injected)
            .OrderBy(booking => booking.InjectedAt).ThenBy(booking => booking.Number).Take(Most)
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person })
            .OrderBy(pair => pair.booking.InjectedAt).ThenBy(pair => pair.booking.Number)
            .Select(pair => new ObservedPerson(pair.booking.Number, pair.person.FullName, pair.booking.InjectedAt!.Value)).ToListAsync(stop);
        if (Number is not { } number) return Page();
        known ??= await RowsOf(id).FirstOrDefaultAsync(row => row.Booking.Number == number, stop);
        if (known is null) return Page();
        await Show(known, stop);
        Lots = [.. (await db.BroughtTo(id, stop)).Where(lot => lot.Brought.Left > 0)];
        db.ChangeTracker.Clear();
        if (isSeen) await db.Save(me.NewAct(time, "day.desk", $"day:{session.Code}.{number}"), stop);
        return Page();
    }

    private async Task Show(DeskRow at, CancellationToken stop)
    {
        (At, Record, DoseNumber) = ((at.Booking, at.Person), at.Record, at.Dose);
        if (at.Person.RecordId is { } record)
            Doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == record && dose.State == DoseState.Valid).OrderBy(dose => dose.Number).ToListAsync(stop);
        if (at.Booking.DoseId is null) Findings = inject.Findings(Session, at.Person, at.Dose, Doses);
    }

    private async Task<List<DeskRow>> Find(long id, string sought, CancellationToken stop)
    {
        var digits = string.Concat(sought.Split('|')[0].Where(char.IsAsciiDigit));
        var name = NameText.SearchOf(sought);
        var rows = RowsOf(id);
        rows = digits.Length >= 9 ? rows.Where(row => row.Person.Digits == digits)
            : digits.Length > 3 ? rows.Where(row => row.Person.Digits.EndsWith(digits))
            : digits.Length > 0 && int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? rows.Where(row => row.Booking.Number == number)
            : name.Length > 0 ? rows.Where(row => row.Person.NameSearch.Contains(name))
            : rows.Where(_ => false);
        return await rows.OrderBy(row => row.Booking.Number).Take(Most).ToListAsync(stop);
    }

    private IQueryable<DeskRow> RowsOf(long id) => db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == id && booking.State != BookingState.Cancelled)
        .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person })
        .Join(db.Set<SurveyList>(), pair => pair.person.ListId, list => list.Id, (pair, list) => new { pair.booking, pair.person, list.Dose })
        .LeftJoin(db.Set<VaccinationRecord>(), one => one.person.RecordId, record => record.Id, (one, record) => new DeskRow
        {
            Booking = one.booking,
            Person = one.person,
            Dose = one.Dose,
            Record = record,
        });

    // One of the session, with the number of the dose and the record that may be there.
    private sealed class DeskRow
    {
        public required Booking Booking { get; init; }

        public required ListedPerson Person { get; init; }

        public required int Dose { get; init; }

        public required VaccinationRecord? Record { get; init; }
    }
}
