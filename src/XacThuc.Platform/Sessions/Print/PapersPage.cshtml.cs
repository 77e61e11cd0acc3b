using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Documents;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Sessions.Print;

/// <summary>The papers of a session.</summary>
internal enum PaperKind
{
    /// <summary>Sheets of the screening, before the day.</summary>
    Screening = 1,

    /// <summary>Confirmations of those who were vaccinated.</summary>
    Confirmation = 2,
}

/// <summary>Sheets of the screening or confirmations, for all people of a session or for one.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class PapersPage(PlatformDb db, HouseSettings house, TimeProvider time) : PageModel
{
    /// <summary>The session.</summary>
    public VaccinationSession Session { get; private set; } = null!;

    /// <summary>Which papers.</summary>
    [BindProperty(SupportsGet = true)]
    public PaperKind Kind { get; set; } = PaperKind.Screening;

    /// <summary>Of whom, by number at the session; none for all.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Place { get; set; }

    /// <summary>The papers.</summary>
    public IReadOnlyList<OfficialForm> Forms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>The same as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(long id, CancellationToken stop) =>
        await Load(id, stop) && Forms.Count > 0
            ? File(FormPdf.Of(Session.Code, Forms), FormPdf.Type, $"{Session.Code}{(Kind == PaperKind.Screening ? "-sang-loc" : "-xac-nhan")}.pdf")
            : NotFound();

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!Enum.IsDefined(Kind) || !(await db.FindSession(id, me, stop)).TryGet(out var session, out _)) return false;
        db.ChangeTracker.Clear();
        Session = session;
        var unit = await db.Units.AsNoTracking().Where(unit => unit.Id == session.UnitId).Select(unit => unit.Name).FirstAsync(stop);
        Forms = Kind == PaperKind.Screening ? await Screenings(session, unit, stop) : await Confirmations(session, unit, stop);
        await db.Save(me.NewAct(time, "day.print", $"day:{session.Code}"), stop);
        return true;
    }

    private async Task<IReadOnlyList<OfficialForm>> Screenings(VaccinationSession session, string unit, CancellationToken stop)
    {
        var rows = await Bookings(session).Where(booking => booking.State != BookingState.Cancelled)
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person })
            .Join(db.Set<SurveyList>(), row => row.person.ListId, list => list.Id, (row, list) => new { row.booking, row.person, list.Dose })
            .OrderBy(row => row.booking.Number).ToListAsync(stop);
        return rows.ConvertAll(row => ScreeningForm.Of(session, row.booking, row.person, row.Dose, unit));
    }

    private async Task<IReadOnlyList<OfficialForm>> Confirmations(VaccinationSession session, string unit, CancellationToken stop)
    {
        var given = await Bookings(session).Join(db.Set<Dose>(), booking => booking.DoseId, dose => (long?)dose.Id, (booking, dose) => new { booking.Number, dose.RecordId })
            .OrderBy(row => row.Number).ToListAsync(stop);
        var ids = given.ConvertAll(row => row.RecordId).ToArray();
        var records = await db.Set<VaccinationRecord>().AsNoTracking().Where(record => EF.Parameter(ids).Contains(record.Id)).ToDictionaryAsync(record => record.Id, stop);
        var doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.State == DoseState.Valid && EF.Parameter(ids).Contains(dose.RecordId))
            .OrderBy(dose => dose.GivenOn).ThenBy(dose => dose.Number).ToListAsync(stop);
        var unitIds = doses.Select(dose => dose.UnitId).Distinct().ToArray();
        var units = await db.Units.AsNoTracking().Where(one => unitIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, stop);
        var byRecord = doses.ToLookup(dose => dose.RecordId);
        return given.ConvertAll(row => ConfirmationForm.Of(records[row.RecordId], [.. byRecord[row.RecordId]], unit, units, house.Url));
    }

    private IQueryable<Booking> Bookings(VaccinationSession session)
    {
        var (id, place) = (session.Id, Place);
        return db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == id && (place == null || booking.Number == place));
    }
}
