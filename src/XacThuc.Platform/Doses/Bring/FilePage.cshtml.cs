using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Doses.Bring.People;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses.Bring;

/// <summary>A record that a row may be about.</summary>
/// <param name="Candidate">How alike.</param>
/// <param name="Record">The record.</param>
/// <param name="Unit">Whose it is.</param>
/// <param name="Href">Where it can be looked at; none where it is out of reach.</param>
internal sealed record LikeShown(DoseCandidate Candidate, VaccinationRecord Record, string Unit, string? Href);

/// <summary>A file of doses: what became of its rows, and those that wait for a person.</summary>
[Authorize(Policy = RecordsAccess.Write)]
internal sealed class FilePage(PlatformDb db, BringDoses bring, SettleDoseRow settle, TimeProvider time) : PageModel
{
    private const int Most = 50;

    /// <summary>The file.</summary>
    public DoseFile Brought { get; private set; } = null!;

    /// <summary>Asks for the columns, while they are not clear.</summary>
    public ColumnsForm? Columns { get; private set; }

    /// <summary>How many rows stand where.</summary>
    public IReadOnlyDictionary<DoseRowState, int> Counts { get; private set; } = new Dictionary<DoseRowState, int>();

    /// <summary>Rows to be put right, the first of them, with what is understood.</summary>
    public IReadOnlyList<ReadyRow> Unclear { get; private set; } = [];

    /// <summary>People who may have a record, each with their first row, and the records.</summary>
    public IReadOnlyList<(DoseRow Row, int Rows, IReadOnlyList<LikeShown> Alike)> Unsure { get; private set; } = [];

    /// <summary>How many people can be put on the records of their numbers at once.</summary>
    public int Certain { get; private set; }

    /// <summary>Whether whoever looks may settle rows.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>Why something was not done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        db.ChangeTracker.Clear();
        await db.Save(me.NewAct(time, "dose.view", $"dose_file:{id}"), stop);
        return Page();
    }

    /// <summary>Takes the file in by the columns pointed at.</summary>
    public async Task<IActionResult> OnPostColumnsAsync(long id, string? headings, int[] column, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Find(id, me, stop)) return NotFound();
        if (ColumnsForm.Read(headings, column) is not { } choice) return LocalRedirect($"/doses/files/{id}");
        return await Done(id, (await bring.Read(Brought, choice, me, stop)).Refusal, null, stop);
    }

    /// <summary>Puts a row right.</summary>
    public async Task<IActionResult> OnPostFixAsync(
        long id, long row, string? name, string? sex, string? birth, string? idNumber, string? commune, string? dose, string? vaccine, string? lot, string? day,
        string? facility, CancellationToken stop)
    {
        var person = new WrittenRecord(name ?? "", sex ?? "", birth ?? "", idNumber ?? "", FieldReading.Commune(System.Text.Encoding.UTF8.GetBytes(commune ?? "")));
        var written = new WrittenDose(dose ?? "", vaccine ?? "", lot ?? "", day ?? "", facility ?? "");
        var fixedRow = await settle.Fix(id, row, person, written, SignedIn.Get(User), stop);
        return await Done(id, fixedRow.Refusal, typed => typed.Id == row ? (person, written) : null, stop);
    }

    /// <summary>Says whose a row is: a record's key, or none for somebody new.</summary>
    public async Task<IActionResult> OnPostSettleAsync(long id, long row, long? record, CancellationToken stop) =>
        await Done(id, (await settle.Settle(id, row, record, SignedIn.Get(User), stop)).Refusal, null, stop);

    /// <summary>Puts people on the records of their numbers.</summary>
    public async Task<IActionResult> OnPostCertainAsync(long id, CancellationToken stop) =>
        await Done(id, (await settle.SettleCertain(id, SignedIn.Get(User), stop)).Refusal, null, stop);

    /// <summary>Puts a row aside.</summary>
    public async Task<IActionResult> OnPostDismissAsync(long id, long row, CancellationToken stop) =>
        await Done(id, (await settle.Dismiss(id, row, SignedIn.Get(User), stop)).Refusal, null, stop);

    private async Task<IActionResult> Done(
        long id, Refusal? refusal, Func<DoseRow, (WrittenRecord Person, WrittenDose Dose)?>? typed, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/doses/files/{id}");
        db.ChangeTracker.Clear();
        if (!await Load(id, SignedIn.Get(User), stop)) return NotFound();
        Refusal = refusal;

        // What was typed stays in the cells.
        var reading = new DoseReading(Shown.Day(time.GetUtcNow()));
        foreach (var row in Unclear)
            if (typed?.Invoke(row.Row) is { } now) row.Row.Write(now.Person, now.Dose);
        Unclear = [.. Unclear.Select(row => new ReadyRow(row.Row, reading.Of(row.Row)))];
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Find(long id, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        if (await db.Set<DoseFile>().FirstOrDefaultAsync(file => file.Id == id && units.Contains(file.UnitId), stop) is not { } file) return false;
        (Brought, MayWrite) = (file, RecordsAccess.WritesFor(me, file.UnitId));
        return true;
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (!await Find(id, me, stop)) return false;
        if (Brought.ReadAt is null)
        {
            Refusal = (await bring.Read(Brought, choice: null, me, stop)).Refusal;
            if (Refusal is not null)
            {
                Columns = bring.HeadingsOf(Brought) is { } form ? form with { Handler = "columns" } : null;
                return true;
            }
        }

        var rows = db.Set<DoseRow>().AsNoTracking().Where(row => row.FileId == id);
        Counts = await rows.GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        var reading = new DoseReading(Shown.Day(time.GetUtcNow()));
        Unclear = [.. (await rows.Where(row => row.State == DoseRowState.Unclear).OrderBy(row => row.Line).Take(Most).ToListAsync(stop))
            .Select(row => new ReadyRow(row, reading.Of(row)))];
        Certain = await SettleDoseRow.CertainOf(db, id).CountAsync(stop);
        await LoadUnsure(rows.Where(row => row.State == DoseRowState.Unsure), me, stop);
        return true;
    }

    private async Task LoadUnsure(IQueryable<DoseRow> unsure, SignedIn me, CancellationToken stop)
    {
        var first = await unsure.OrderBy(row => row.Line).Take(Most * 3).ToListAsync(stop);
        var people = first.GroupBy(row => row.PersonKey).Take(Most).ToList();
        var keys = people.Select(person => person.Key).ToArray();
        var found = await db.Set<DoseCandidate>().AsNoTracking().Where(one => one.FileId == Brought.Id && EF.Parameter(keys).Contains(one.PersonKey))
            .Join(db.Set<VaccinationRecord>().AsNoTracking(), one => one.RecordId, record => record.Id, (one, record) => new { one, record })
            .Join(db.Units, pair => pair.record.UnitId, unit => unit.Id, (pair, unit) => new { pair.one, pair.record, unit.Name }).ToListAsync(stop);
        var reached = await RecordsAccess.UnitsOf(db, me, stop);
        var alike = found.OrderByDescending(pair => pair.one.Probability).ToLookup(pair => pair.one.PersonKey, pair => new LikeShown(
            pair.one, pair.record, pair.Name, reached.Contains(pair.record.UnitId) ? $"/records/{pair.record.Ref}" : null));
        Unsure = [.. people.Select(person => (person.First(), person.Count(), (IReadOnlyList<LikeShown>)[.. alike[person.Key]]))];
    }
}
