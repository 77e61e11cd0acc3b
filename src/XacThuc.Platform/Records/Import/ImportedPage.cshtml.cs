using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Platform.Records.Import.Preview;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Records.Import;

/// <summary>One file: before it is read, what will become of it; afterwards, what became of it and the rows that wait.</summary>
[Authorize(Policy = RecordsAccess.Write)]
internal sealed class ImportedPage(PlatformDb db, HouseSettings settings, TakeFile files, FixRow fix, TimeProvider time) : PageModel
{
    private const int RowsShown = 50;

    /// <summary>The file.</summary>
    public ImportedFile Brought { get; private set; } = null!;

    /// <summary>What will become of it, while it was not read.</summary>
    public ImportPreview? Preview { get; private set; }

    /// <summary>Asks for its columns, while it was not read.</summary>
    public ColumnsForm Columns => new(TableKind.Records, Preview!.Headings, Preview.Sources) { Handler = "columns", IsOptional = true };

    /// <summary>The job that reads it.</summary>
    public Job? Job { get; private set; }

    /// <summary>What the job counted.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; private set; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Rows that wait, the first of them, with what is understood of their fields.</summary>
    public IReadOnlyList<(ImportRow Row, ReadFields Read)> Waiting { get; private set; } = [];

    /// <summary>How many wait in all.</summary>
    public int WaitingCount { get; private set; }

    /// <summary>Why something was not done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, SignedIn.Get(User), stop);
        if (await db.Set<ImportedFile>().FirstOrDefaultAsync(file => file.Id == id && units.Contains(file.UnitId), stop) is not { } file)
            return NotFound();
        Brought = file;
        if (file.JobId is null)
        {
            ShowPreview(stop);
            return Page();
        }

        Job = await db.Jobs.AsNoTracking().FirstAsync(job => job.Id == file.JobId, stop);
        Counts = JsonSerializer.Deserialize<Dictionary<string, long>>(Job.Counts)!;
        var waiting = db.Set<ImportRow>().AsNoTracking().Where(row => row.ImportId == id && row.State == ImportRowState.Waiting);
        WaitingCount = await waiting.CountAsync(stop);
        var reading = new FieldReading(Today);
        Waiting = [.. (await waiting.OrderBy(row => row.Line).Take(RowsShown).ToListAsync(stop))
            .Select(row => (row, ReadFields.Of(row.Written, reading)))];
        return Page();
    }

    /// <summary>Says which column serves for what; remembered for the unit.</summary>
    public async Task<IActionResult> OnPostColumnsAsync(long id, string headings, int[] column, CancellationToken stop)
    {
        if (await OnGetAsync(id, stop) is NotFoundResult none) return none;
        if (Brought.JobId is not null || ColumnsForm.Read(headings, column) is not { } choice) return LocalRedirect($"/records/import/{id}");
        Brought.Columns = ColumnMemory.Write(choice);
        await ColumnMemory.Keep(db, Brought.UnitId, choice, stop);
        await db.Save(SignedIn.Get(User).NewAct(time, "import.columns", $"import:{id}"), stop);
        return LocalRedirect($"/records/import/{id}");
    }

    /// <summary>Has the file read: what is ready becomes records, the rest waits here.</summary>
    public async Task<IActionResult> OnPostReadAsync(long id, bool asItIs, CancellationToken stop)
    {
        if (await OnGetAsync(id, stop) is NotFoundResult none) return none;
        Brought.KeepsDoubtful = !asItIs;
        await files.Read(Brought, SignedIn.Get(User), stop);
        return LocalRedirect($"/records/import/{id}");
    }

    /// <summary>Makes one row a record.</summary>
    public async Task<IActionResult> OnPostFixAsync(
        long id, long row, string? externalId, string? name, string? sex, string? date, string? number, string? commune, bool asItIs,
        CancellationToken stop)
    {
        var written = new WrittenRecord(name ?? "", sex ?? "", date ?? "", number ?? "", FieldReading.Commune(System.Text.Encoding.UTF8.GetBytes(commune ?? "")));
        var result = await fix.Run(row, externalId ?? "", written, asItIs, SignedIn.Get(User), stop);
        db.ChangeTracker.Clear();
        Refusal = result.Match(read => read.IsReady || asItIs ? null : RecordsRefusals.StillNotReady, refusal => refusal);
        if (Refusal is null) return LocalRedirect($"/records/import/{id}");
        if (await OnGetAsync(id, stop) is NotFoundResult none) return none;

        // What was typed stays in the cells.
        Waiting = [.. Waiting.Select(pair => pair.Row.Id == row ? Typed(pair.Row, externalId, written) : pair)];
        Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
        return Page();
    }

    /// <summary>Puts one row aside.</summary>
    public async Task<IActionResult> OnPostDismissAsync(long id, long row, CancellationToken stop)
    {
        await fix.Dismiss(row, SignedIn.Get(User), stop);
        return LocalRedirect($"/records/import/{id}");
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(7));

    private (ImportRow Row, ReadFields Read) Typed(ImportRow row, string? externalId, WrittenRecord written)
    {
        (row.ExternalId, row.FullName, row.Sex) = (externalId ?? "", written.FullName, written.Sex);
        (row.DateOfBirth, row.IdNumber, row.CommuneCode) = (written.DateOfBirth, written.IdNumber, written.CommuneCode);
        return (row, ReadFields.Of(written, new FieldReading(Today)));
    }

    private void ShowPreview(CancellationToken stop)
    {
        if (BroughtTable.Open(settings, Brought.Stored, ColumnMemory.Read(Brought.Columns), out var nearest).TryGet(out var table, out var refusal))
        {
            using (table) Preview = ImportPreview.Of(table, Today, stop);
            return;
        }

        Refusal = refusal;
        if (nearest is not null) Preview = ImportPreview.OfHeadings(nearest);
    }
}
