using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Records.Import;
using XacThuc.Tables;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Cleaning.Bring;

/// <summary>
/// Takes a filled file in, shows what it says otherwise, and takes that over once a clerk says so. The file is kept before
/// anything else: whoever comes back later, or after a crash, finds it where it was left.
/// </summary>
internal sealed class TakeFilled(PlatformDb db, HouseSettings settings, TimeProvider time)
{
    /// <summary>Keeps the file; the same file twice is one.</summary>
    public async Task<Result<CleaningFile>> Keep(long listId, Stream content, string name, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindList(listId, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (!list.IsOpen) return CleaningRefusals.Moved;
        if (!(await UploadFolder.Keep(settings, content, stop)).TryGet(out var kept, out refusal)) return refusal;
        if (await Find(listId, kept.Digest, stop) is { } known)
        {
            UploadFolder.Forget(settings, kept.Stored);
            return known;
        }

        if (!BroughtTable.Open(settings, kept.Stored, null, out _, TableKind.Cleaning).TryGet(out var table, out refusal))
        {
            UploadFolder.Forget(settings, kept.Stored);
            return refusal;
        }

        table.Dispose();
        var file = new CleaningFile
        {
            ListId = listId,
            Name = BroughtTable.NameOf(name),
            Stored = kept.Stored,
            Digest = kept.Digest,
            BroughtBy = me.Name,
            BroughtAt = time.GetUtcNow(),
        };
        db.Add(file);
        await db.Save(me.NewAct(time, "cleaning.upload", $"cleaning:{list.Code}", file.Digest[..12]), stop);
        return file;
    }

    /// <summary>What a kept file says otherwise than its list.</summary>
    public async Task<Result<FileDifferences>> Compare(CleaningList list, CleaningFile file, CancellationToken stop) =>
        await Compare(list, file, await RowsOf(list.Id).AsNoTracking().ToListAsync(stop));

    /// <summary>Takes over what a kept file says otherwise.</summary>
    public async Task<Result<CleaningFile>> TakeOver(long listId, long fileId, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindList(listId, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (await db.Set<CleaningFile>().FirstOrDefaultAsync(one => one.Id == fileId && one.ListId == listId, stop) is not { } file)
            return CleaningRefusals.NoSuchFile;
        if (!list.IsOpen) return CleaningRefusals.Moved;
        if (!(await Compare(list, file, await RowsOf(listId).ToListAsync(stop))).TryGet(out var found, out refusal)) return refusal;
        if (found.Cells == 0) return CleaningRefusals.NothingToTake;

        foreach (var difference in found.Differences)
        {
            foreach (var cell in difference.Cells) difference.Row.FillIn(cell.Field, cell.After);
            difference.Row.HamletNote = difference.Note ?? difference.Row.HamletNote;
        }

        (file.TakenBy, file.TakenAt, file.Taken) = (me.Name, time.GetUtcNow(), file.Taken + found.Cells);
        list.MoveTo(ListState.Filled);
        var saved = await db.SaveMoved(list, me.NewAct(time, "cleaning.fill", $"cleaning:{list.Code}", $"{found.Cells}"), stop);
        return saved.Match<Result<CleaningFile>>(_ => file, moved => moved);
    }

    private Task<CleaningFile?> Find(long listId, string digest, CancellationToken stop) => db.Set<CleaningFile>().AsNoTracking()
        .FirstOrDefaultAsync(file => file.ListId == listId && file.Digest == digest, stop);

    private IQueryable<CleaningRow> RowsOf(long listId) => db.Set<CleaningRow>().Where(row => row.ListId == listId).OrderBy(row => row.Number);

    private Task<Result<FileDifferences>> Compare(CleaningList list, CleaningFile file, List<CleaningRow> rows)
    {
        if (!BroughtTable.Open(settings, file.Stored, null, out _, TableKind.Cleaning).TryGet(out var table, out var refusal))
            return Task.FromResult<Result<FileDifferences>>(refusal);
        using (table)
        {
            var problems = table.Problems.Select(problem => new FileProblem(problem.Line, problem.Sentence)).ToList();
            var filled = FilledTable.Read(table, problems);
            var compare = new CompareFile(list, rows.ToDictionary(row => row.Number), new FieldReading(Shown.Day(time.GetUtcNow())));
            return Task.FromResult<Result<FileDifferences>>(compare.Run(filled, problems));
        }
    }
}
