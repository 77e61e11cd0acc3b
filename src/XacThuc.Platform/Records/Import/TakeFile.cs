using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Records.Import;

/// <summary>Takes a file in, and has it read.</summary>
internal sealed class TakeFile(PlatformDb db, HouseSettings settings, JobDesk desk, TimeProvider time)
{
    // Smaller files are opened before the answer, so that what cannot be used is refused while somebody waits.
    private const long OpenedAtOnce = 8 << 20;

    /// <summary>Keeps the file and has it read at once: a program does not look at previews.</summary>
    public async Task<Result<Job>> TakeAndRead(Stream content, string name, IdempotencyKey key, SignedIn me, CancellationToken stop)
    {
        if (!(await Keep(content, name, keepsDoubtful: false, me, stop)).TryGet(out var file, out var refusal)) return refusal;
        if (file.Size <= OpenedAtOnce && !IsUsable(file, out refusal))
        {
            UploadFolder.Forget(settings, file.Stored);
            return refusal;
        }

        db.Add(file);
        var input = new ImportInput(file.Stored);
        var asked = await desk.Ask<ImportRecords>(input, file.Digest, me.UnitId, key, ActOf(file, me), stop);
        if (asked.TryGet(out var job, out _) && job.IsFor(input)) await KeepJob(job, file, stop);
        else UploadFolder.Forget(settings, file.Stored);
        return asked;
    }

    /// <summary>Keeps the file, to be looked at first. One that lacks columns is kept too: a person can point at them.</summary>
    public async Task<Result<ImportedFile>> Take(Stream content, string name, SignedIn me, CancellationToken stop)
    {
        if (!(await Keep(content, name, keepsDoubtful: true, me, stop)).TryGet(out var file, out var refusal)) return refusal;
        if (!IsUsable(file, out refusal, out var isFixable) && !isFixable)
        {
            UploadFolder.Forget(settings, file.Stored);
            return refusal;
        }

        db.Add(file);
        await db.Save(me.NewAct(time, "records.upload", $"upload:{file.Stored}"), stop);
        return file;
    }

    /// <summary>Has a kept file read.</summary>
    public async Task Read(ImportedFile file, SignedIn me, CancellationToken stop) => await KeepJob(
        await desk.Ask<ImportRecords>(new ImportInput(file.Stored), me.UnitId, file.Stored, ActOf(file, me), stop), file, stop);

    private async Task KeepJob(Job job, ImportedFile file, CancellationToken stop)
    {
        var id = file.Id;
        await db.Set<ImportedFile>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(f => f.JobId, job.Id), stop);
    }

    private Act ActOf(ImportedFile file, SignedIn me) => me.NewAct(time, ImportRecords.Kind, $"upload:{file.Stored}");

    private async Task<Result<ImportedFile>> Keep(Stream content, string name, bool keepsDoubtful, SignedIn me, CancellationToken stop)
    {
        if (!(await UploadFolder.Keep(settings, content, stop)).TryGet(out var kept, out var refusal)) return refusal;
        var file = new ImportedFile
        {
            UnitId = me.UnitId,
            Name = BroughtTable.NameOf(name),
            Stored = kept.Stored,
            Size = kept.Size,
            Digest = kept.Digest,
            BroughtBy = me.Name,
            BroughtAt = time.GetUtcNow(),
            KeepsDoubtful = keepsDoubtful,
        };
        if (await db.Set<ColumnMemory>().AnyAsync(memory => memory.UnitId == me.UnitId, stop))
            file.Columns = await ColumnMemory.Find(db, me.UnitId, HeadingsOf(file), stop);
        return file;
    }

    private string[] HeadingsOf(ImportedFile file)
    {
        if (!BroughtTable.Open(settings, file.Stored, null, out var nearest).TryGet(out var table, out _)) return nearest?.Written ?? [];
        using (table) return [.. table.Headings];
    }

    private bool IsUsable(ImportedFile file, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Refusal? refusal) =>
        IsUsable(file, out refusal, out _);

    private bool IsUsable(
        ImportedFile file, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Refusal? refusal, out bool isFixable)
    {
        var result = BroughtTable.Open(settings, file.Stored, ColumnMemory.Read(file.Columns), out var nearest);
        isFixable = nearest is not null;
        if (!result.TryGet(out var table, out refusal)) return false;
        table.Dispose();
        return true;
    }
}
