using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lots;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Correct;

/// <summary>Mistakes of a closed session: what was proposed, the second person's word, and the forms of a new proposal.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class CorrectionsPage(PlatformDb db, ProposeCorrection propose, DecideCorrection decide, KeepLots lots, TimeProvider time) : PageModel
{
    private Dictionary<int, string> _names = [];

    /// <summary>The session.</summary>
    public VaccinationSession Session { get; private set; } = null!;

    /// <summary>Corrections, the last first.</summary>
    public IReadOnlyList<SessionCorrection> Corrections { get; private set; } = [];

    /// <summary>Doses of the session, which a correction of all would change.</summary>
    public int Doses { get; private set; }

    /// <summary>Lots that were used.</summary>
    public IReadOnlyList<BroughtLot> Used { get; private set; } = [];

    /// <summary>Lots of the store.</summary>
    public IReadOnlyList<StoredLot> Store { get; private set; } = [];

    /// <summary>Whether whoever looks proposes here.</summary>
    public bool MayPropose { get; private set; }

    /// <summary>Whom a citizen's report is about: the form for one dose comes filled in.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Place { get; set; }

    /// <summary>What the report says is right.</summary>
    [BindProperty(SupportsGet = true)]
    public CorrectionKind? Kind { get; set; }

    /// <summary>The right number.</summary>
    [BindProperty(SupportsGet = true)]
    public int To { get; set; }

    /// <summary>The report.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Report { get; set; }

    /// <summary>Why, where a report is the ground.</summary>
    public string Ground => Report is { } report ? Speech.Say($"Theo phản ánh của người dân (số {report})", $"By a citizen's report (no. {report})") : "";

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether whoever looks gives the second word.</summary>
    public bool MayDecide(SessionCorrection correction) => DecideCorrection.MayDecide(SignedIn.Get(User), Session, correction);

    /// <summary>Whom a correction concerns.</summary>
    public string Whose(SessionCorrection correction) => correction.Number is { } number
        ? $"{number} · {_names.GetValueOrDefault(number)}{(correction.Kind == CorrectionKind.Person ? $" → {correction.To} · {_names.GetValueOrDefault((int)correction.To)}" : "")}"
        : Speech.Say("cả buổi", "the whole session");

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "day.view", $"day:{Session.Code}"), stop);
        return Page();
    }

    /// <summary>Another lot, for somebody or for all who were given that lot.</summary>
    public Task<IActionResult> OnPostLotAsync(long id, long fromLot, int? place, long lot, string? reason, CancellationToken stop) =>
        Propose(id, new(CorrectionKind.Lot, place, fromLot, lot, reason ?? ""), stop);

    /// <summary>Another day.</summary>
    public Task<IActionResult> OnPostDayAsync(long id, DateOnly day, string? reason, CancellationToken stop) =>
        Propose(id, new(CorrectionKind.Day, null, 0, day.DayNumber, reason ?? ""), stop);

    /// <summary>One dose: another number, another person, or not given.</summary>
    public Task<IActionResult> OnPostDoseAsync(long id, int? place, CorrectionKind kind, int to, string? reason, CancellationToken stop) =>
        Propose(id, new(kind, place ?? 0, 0, to, reason ?? ""), stop);

    /// <summary>The second person confirms.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(long id, long correction, CancellationToken stop) =>
        await Done(id, (await decide.Confirm(id, correction, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>The second person says no.</summary>
    public async Task<IActionResult> OnPostRejectAsync(long id, long correction, string? word, CancellationToken stop) =>
        await Done(id, (await decide.Reject(id, correction, word ?? "", SignedIn.Get(User), stop)).Refusal, stop);

    private async Task<IActionResult> Propose(long id, CorrectionWanted wanted, CancellationToken stop) =>
        await Done(id, (await propose.Run(id, wanted, SignedIn.Get(User), stop)).Refusal, stop);

    private async Task<IActionResult> Done(long id, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/sessions/{id}/corrections");
        db.ChangeTracker.Clear();
        if (!await Load(id, SignedIn.Get(User), stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSession(id, me, stop)).TryGet(out var session, out _)) return false;
        Session = session;
        Corrections = await db.Set<SessionCorrection>().AsNoTracking().Where(one => one.SessionId == id).OrderByDescending(one => one.Id).ToListAsync(stop);
        var numbers = Corrections.SelectMany(one => new[] { one.Number ?? 0, one.Kind == CorrectionKind.Person ? (int)one.To : 0 }).Distinct().ToArray();
        _names = await db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == id && numbers.Contains(booking.Number))
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking.Number, person.FullName })
            .ToDictionaryAsync(one => one.Number, one => one.FullName, stop);
        Doses = await db.DosesOf(id, null).CountAsync(stop);
        MayPropose = session.State is SessionState.Closed or SessionState.Signed && SessionsAccess.MayVaccinate(me.Role) && session.UnitId == me.UnitId;
        Used = [.. (await db.BroughtTo(id, stop)).Where(lot => lot.Brought.Used > 0)];
        if (MayPropose) Store = await lots.Stored(session.UnitId, stop);
        db.ChangeTracker.Clear();
        return true;
    }
}
