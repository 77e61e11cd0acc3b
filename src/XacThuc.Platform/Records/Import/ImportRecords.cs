using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Records.Import;

/// <summary>What the job is asked.</summary>
/// <param name="Stored">The file's name in the house's folder.</param>
internal sealed record ImportInput(string Stored);

/// <summary>Brings the rows of a file into the house: each run of rows in one transaction with how far it came.</summary>
internal sealed class ImportRecords(PlatformDb db, HouseSettings settings, TimeProvider time) : IJobWork
{
    public static string Kind => "records.import";

    public async Task<Result<string>> Run(JobRun run, CancellationToken stop)
    {
        var stored = run.Input<ImportInput>().Stored;
        var file = await db.Set<ImportedFile>().AsNoTracking().FirstAsync(file => file.Stored == stored, stop);
        if (!BroughtTable.Open(settings, file).TryGet(out var opened, out var refusal)) return refusal;
        using var table = opened;

        var rows = new FileRows(table, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(7)));
        var units = await ImportUnits.Of(db, file.UnitId, stop);
        await Note(file, table, rows, run, stop);
        var checkpoint = run.Checkpoint<Checkpoint>() ?? new Checkpoint(0, ImportCounts.None);
        var batch = new ImportBatch(file, units, time, run.NewAct(Kind, $"import:{file.Id}"));
        var next = Task.Run(() => rows.Next(checkpoint.Chunks), stop);
        while (await next is { } incoming)
        {
            next = Task.Run(() => rows.Next(0), stop);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var counts = await batch.Write(db, incoming, checkpoint.Counts, stop);
            checkpoint = new Checkpoint(incoming.Index + 1, counts);
            await run.Save(db, incoming.Done, rows.Total, checkpoint, counts.ByName, stop);
            await transaction.CommitAsync(stop);
        }

        // So many new rows at once: until PostgreSQL has looked at them, it plans as if there were none.
        if (!db.IsSqlite) await db.Database.ExecuteSqlRawAsync("ANALYZE \"records\"", stop);
        return $"/records/import/{file.Id}";
    }

    private async Task Note(ImportedFile file, TableInput table, FileRows rows, JobRun run, CancellationToken stop)
    {
        var notes = FileNotes.Of(table, rows.Encoding);
        var jobId = run.Id;
        await db.Set<ImportedFile>().Where(row => row.Id == file.Id).ExecuteUpdateAsync(
            row => row.SetProperty(f => f.Notes, notes).SetProperty(f => f.JobId, jobId), stop);
    }

    private sealed record Checkpoint(int Chunks, ImportCounts Counts);
}
