using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses.Bring.People;
using XacThuc.Platform.Doses.Same;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses.Bring;

/// <summary>What a person says of a row that waits: what it should read, whose it is, or that it is no dose.</summary>
internal sealed class SettleDoseRow(PlatformDb db, PlaceDoses place, FindSame find, TimeProvider time)
{
    /// <summary>From this probability on, rows with the record's own number are put on it together.</summary>
    public const double Certain = 0.99;

    /// <summary>Writes a row anew; where it is clear now it becomes a dose, or waits beside the records it may be about.</summary>
    public async Task<Result<DoseRow>> Fix(long fileId, long rowId, WrittenRecord person, WrittenDose dose, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(fileId, rowId, DoseRowState.Unclear, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (file, row) = found;
        row.Write(person, dose);
        var read = new DoseReading(Shown.Day(time.GetUtcNow())).Of(row);
        if (!read.IsReady) return DosesRefusals.StillUnclear;
        row.PersonKey = DoseKeys.OfPerson(row.Written, read.Person);
        var ready = new ReadyRow(row, read);
        var key = PlaceDoses.KeyOf(file, ready);
        if (await db.Set<Dose>().AnyAsync(known => known.EntryKey == key, stop)) return DosesRefusals.KnownAlready;
        row.SettledBy = me.Name;
        return await Save(row, me.NewAct(time, "dose.fix", $"dose_file:{file.Id}", $"{row.Line}"), async () =>
        {
            var placed = await place.Run(file, [ready], me, stop);
            await find.On(placed.Records, placed.Made, stop);
        }, stop);
    }

    /// <summary>Puts all rows of the person on the record that somebody chose, or on a new one.</summary>
    public async Task<Result<DoseRow>> Settle(long fileId, long rowId, long? recordId, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(fileId, rowId, DoseRowState.Unsure, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (file, row) = found;
        if (recordId is { } id && !await db.Set<DoseCandidate>().AnyAsync(one => one.FileId == fileId && one.PersonKey == row.PersonKey && one.RecordId == id, stop))
            return DosesRefusals.NoRecord;
        var rows = await db.Set<DoseRow>().Where(other => other.FileId == fileId && other.PersonKey == row.PersonKey && other.State == DoseRowState.Unsure)
            .OrderBy(other => other.Line).ToListAsync(stop);
        return await Save(row, me.NewAct(time, "dose.settle", $"dose_file:{file.Id}", $"{row.Line}"), async () => await find.On((await Put(file, rows, recordId, me, stop)).Records, unlike: [], stop), stop);
    }

    /// <summary>Puts every row on the one record that has its number and is all but certainly the same person's.</summary>
    /// <returns>How many people.</returns>
    public async Task<Result<int>> SettleCertain(long fileId, SignedIn me, CancellationToken stop)
    {
        if (await FindFile(fileId, me, stop) is not { } file) return DosesRefusals.NoRow;
        if (!RecordsAccess.WritesFor(me, file.UnitId)) return DosesRefusals.NotYours;
        var certain = await CertainOf(db, fileId).ToListAsync(stop);
        var keys = certain.Select(one => one.PersonKey).ToArray();
        var rows = (await db.Set<DoseRow>().Where(row => row.FileId == fileId && row.State == DoseRowState.Unsure && EF.Parameter(keys).Contains(row.PersonKey))
            .OrderBy(row => row.Line).ToListAsync(stop)).ToLookup(row => row.PersonKey);
        var act = me.NewAct(time, "dose.settle", $"dose_file:{file.Id}", $"{certain.Count}");
        return await Save(certain.Count, act, async () =>
        {
            var records = new HashSet<long>();
            foreach (var one in certain) records.UnionWith((await Put(file, [.. rows[one.PersonKey]], one.RecordId, me, stop)).Records);
            await find.On(records, unlike: [], stop);
        }, stop);
    }

    /// <summary>Puts a row aside: it is no dose.</summary>
    public async Task<Result<DoseRow>> Dismiss(long fileId, long rowId, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(fileId, rowId, null, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        (found.Row.State, found.Row.SettledBy) = (DoseRowState.Dismissed, me.Name);
        await db.Save(me.NewAct(time, "dose.dismiss", $"dose_file:{fileId}", $"{found.Row.Line}"), stop);
        return found.Row;
    }

    /// <summary>People of a file for whom one record alone was found, with their number and all but certain.</summary>
    public static IQueryable<DoseCandidate> CertainOf(PlatformDb db, long fileId) => db.Set<DoseCandidate>().AsNoTracking()
        .Where(one => one.FileId == fileId && one.HasSameNumber && one.Probability >= Certain
            && !db.Set<DoseCandidate>().Any(other => other.FileId == fileId && other.PersonKey == one.PersonKey && other.Id != one.Id)
            && db.Set<DoseRow>().Any(row => row.FileId == fileId && row.PersonKey == one.PersonKey && row.State == DoseRowState.Unsure));

    private async Task<PlacedDoses> Put(DoseFile file, List<DoseRow> rows, long? recordId, SignedIn me, CancellationToken stop)
    {
        var reading = new DoseReading(Shown.Day(time.GetUtcNow()));
        foreach (var row in rows) row.SettledBy = me.Name;
        return await place.Put(file, rows.ConvertAll(row => new ReadyRow(row, reading.Of(row))), recordId, me, stop);
    }

    private async Task<Result<(DoseFile File, DoseRow Row)>> Find(long fileId, long rowId, DoseRowState? state, SignedIn me, CancellationToken stop)
    {
        if (await FindFile(fileId, me, stop) is not { } file) return DosesRefusals.NoRow;
        if (!RecordsAccess.WritesFor(me, file.UnitId)) return DosesRefusals.NotYours;
        var row = await db.Set<DoseRow>().FirstOrDefaultAsync(row => row.Id == rowId && row.FileId == fileId, stop);
        return row is not null && (state is null ? row.State is DoseRowState.Unclear or DoseRowState.Unsure : row.State == state) ? (file, row) : DosesRefusals.NoRow;
    }

    private async Task<DoseFile?> FindFile(long fileId, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        return await db.Set<DoseFile>().FirstOrDefaultAsync(file => file.Id == fileId && units.Contains(file.UnitId), stop);
    }

    private async Task<Result<T>> Save<T>(T done, Act act, Func<Task> work, CancellationToken stop) where T : notnull
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        try
        {
            await work();
            await db.Save(act, stop);
            await all.CommitAsync(stop);
            return done;
        }
        catch (Exception twice) when (HouseDb.IsTwice(twice) || twice is DbUpdateConcurrencyException)
        {
            await all.RollbackAsync(stop);
            db.ChangeTracker.Clear();
            return DosesRefusals.Moved;
        }
    }
}
