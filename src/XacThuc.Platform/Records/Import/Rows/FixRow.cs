using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Import.Rows;

/// <summary>Makes a waiting row a record, with what a person typed in its cells.</summary>
internal sealed class FixRow(PlatformDb db, TimeProvider time)
{
    /// <summary>Adds the row; where a field still cannot be read only if the person says so.</summary>
    /// <returns>What is understood of the fields; the row was added where they are ready or <paramref name="asItIs"/>.</returns>
    public async Task<Result<ReadFields>> Run(
        long rowId, string externalId, WrittenRecord written, bool asItIs, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(rowId, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (row, file) = found;
        var read = ReadFields.Of(written, new FieldReading(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(7))));
        if (!read.IsReady && !asItIs) return read;

        var id = externalId.Trim();
        var act = me.NewAct(time, "records.import", $"import:{file.Id}");
        file.KeepsDoubtful = false;
        var batch = new ImportBatch(file, await ImportUnits.Of(db, file.UnitId, stop), time, act);
        var incoming = new IncomingRow(row.Line, id, written, row.Hamlet, read, id.Length > 0) { Phone = row.Phone };
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await batch.Write(db, new IncomingRows(0, [incoming], [], 0), ImportCounts.None, stop);
        await Move(row.Id, ImportRowState.Added, stop);
        await db.Save(act, stop);
        await transaction.CommitAsync(stop);
        return read;
    }

    /// <summary>Puts a row aside: it is no record.</summary>
    public async Task<Result<ImportRow>> Dismiss(long rowId, SignedIn me, CancellationToken stop)
    {
        if (!(await Find(rowId, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        await Move(rowId, ImportRowState.Dismissed, stop);
        await db.Save(me.NewAct(time, "records.dismiss", $"import:{found.File.Id}"), stop);
        return found.Row;
    }

    private async Task<Result<(ImportRow Row, ImportedFile File)>> Find(long rowId, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var row = await db.Set<ImportRow>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == rowId && row.State == ImportRowState.Waiting, stop);
        if (row is null) return RecordsRefusals.NoSuchRow;
        var file = await db.Set<ImportedFile>().AsNoTracking().FirstAsync(file => file.Id == row.ImportId, stop);
        return units.Contains(file.UnitId) ? (row, file) : RecordsRefusals.NoSuchRow;
    }

    private Task<int> Move(long rowId, ImportRowState to, CancellationToken stop) => db.Set<ImportRow>()
        .Where(row => row.Id == rowId && row.State == ImportRowState.Waiting)
        .ExecuteUpdateAsync(row => row.SetProperty(r => r.State, to), stop);
}
