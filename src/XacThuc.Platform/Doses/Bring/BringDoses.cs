using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Platform.Doses.Bring.People;
using XacThuc.Platform.Doses.Same;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Columns;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;
using XacThuc.Tables.Headings;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Doses.Bring;

/// <summary>
/// Takes in a file of doses given elsewhere, in one transaction: every row is kept, what is clear becomes a dose, the rest waits
/// with a sentence. Rows that the unit has brought before are counted and not added.
/// </summary>
internal sealed class BringDoses(PlatformDb db, HouseSettings settings, PlaceDoses place, FindSame find, TimeProvider time)
{
    private const int MostRows = 50_000;
    private const int LongestCell = 500;

    private static readonly BulkTable<DoseRow> Rows = new(DosesTables.Rows,
        new("FileId", NpgsqlDbType.Bigint, r => r.FileId), new("UnitId", NpgsqlDbType.Bigint, r => r.UnitId),
        new("Line", NpgsqlDbType.Bigint, r => r.Line), new("RowKey", NpgsqlDbType.Uuid, r => r.RowKey),
        new("PersonKey", NpgsqlDbType.Uuid, r => r.PersonKey), new("Raw", NpgsqlDbType.Text, r => r.Raw),
        new("FullName", NpgsqlDbType.Text, r => r.FullName), new("Sex", NpgsqlDbType.Text, r => r.Sex),
        new("DateOfBirth", NpgsqlDbType.Text, r => r.DateOfBirth), new("IdNumber", NpgsqlDbType.Text, r => r.IdNumber),
        new("CommuneCode", NpgsqlDbType.Text, r => r.CommuneCode), new("Hamlet", NpgsqlDbType.Text, r => r.Hamlet),
        new("Phone", NpgsqlDbType.Text, r => r.Phone), new("DoseNumber", NpgsqlDbType.Text, r => r.DoseNumber), new("Vaccine", NpgsqlDbType.Text, r => r.Vaccine),
        new("Lot", NpgsqlDbType.Text, r => r.Lot), new("GivenOn", NpgsqlDbType.Text, r => r.GivenOn),
        new("Facility", NpgsqlDbType.Text, r => r.Facility), new("State", NpgsqlDbType.Integer, r => (int)r.State),
        new("RecordId", NpgsqlDbType.Bigint, r => r.RecordId), new("DoseKey", NpgsqlDbType.Uuid, r => r.DoseKey),
        new("SettledBy", NpgsqlDbType.Text, r => r.SettledBy));

    /// <summary>Keeps a file and takes it in; where its columns are not clear it waits for a person to point at them.</summary>
    public async Task<Result<DoseFile>> Take(Stream content, string name, SignedIn me, CancellationToken stop)
    {
        if (RecordsAccess.RightOf(me.Role) != RecordsRight.Write) return DosesRefusals.NotYours;
        if (!(await UploadFolder.Keep(settings, content, stop)).TryGet(out var kept, out var refusal)) return refusal;
        var file = new DoseFile
        {
            UnitId = me.UnitId,
            Name = BroughtTable.NameOf(name),
            Stored = kept.Stored,
            BroughtBy = me.Name,
            BroughtAt = time.GetUtcNow(),
        };
        db.Add(file);
        await db.Save(me.NewAct(time, "dose.upload", $"upload:{file.Stored}"), stop);
        await Read(file, choice: null, me, stop);
        return file;
    }

    /// <summary>Takes a kept file in.</summary>
    /// <param name="file">The file.</param>
    /// <param name="choice">What a person says of its columns; where nothing is said, what the unit said of such headings before.</param>
    /// <param name="me">Who.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<DoseFile>> Read(DoseFile file, ColumnChoice? choice, SignedIn me, CancellationToken stop)
    {
        if (file.ReadAt is not null) return DosesRefusals.Moved;
        choice ??= ColumnMemory.Read(await ColumnMemory.Find(db, file.UnitId, HeadingsOf(file)?.Headings ?? [], stop));
        if (!BroughtTable.Open(settings, file.Stored, choice, out _, TableKind.Doses).TryGet(out var opened, out var refusal)) return refusal;
        using var table = opened;
        var now = time.GetUtcNow();
        var reading = new DoseReading(Shown.Day(now));
        var rows = new FileRows(table, Shown.Day(now));
        var brought = new List<ReadyRow>();
        while (rows.Next(0) is { } run)
        {
            brought.AddRange(run.Rows.Select(row => RowOf(file, row, reading)));
            brought.AddRange(run.Unsplit.Select(row => RowOf(file, row, reading)));
            if (brought.Count > MostRows) return DosesRefusals.TooLong(MostRows);
        }

        (file.ReadAt, file.Rows, file.Notes) = (now, brought.Count, FileNotes.Of(table, rows.Encoding));
        if (choice is not null) await ColumnMemory.Keep(db, file.UnitId, choice, stop);
        return await Save(file, brought, me, stop);
    }

    /// <summary>The headings of a file, with what is recognised of them; none where it is no table at all.</summary>
    public ColumnsForm? HeadingsOf(DoseFile file)
    {
        if (!BroughtTable.Open(settings, file.Stored, null, out var nearest, TableKind.Doses).TryGet(out var table, out _))
            return nearest is null ? null : ColumnsForm.Of(TableKind.Doses, nearest);
        using (table) return new ColumnsForm(TableKind.Doses, table.Headings, table.Sources);
    }

    private async Task<Result<DoseFile>> Save(DoseFile file, List<ReadyRow> brought, SignedIn me, CancellationToken stop)
    {
        var known = await Known(file.UnitId, [.. brought.Select(row => row.Row.RowKey)], stop);
        var fresh = brought.FindAll(row => known.Add(row.Row.RowKey));
        file.Known = brought.Count - fresh.Count;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        try
        {
            var placed = await place.Run(file, fresh.FindAll(row => row.Read.IsReady), me, stop);
            await Rows.Insert(db.RawWay(), fresh.ConvertAll(row => row.Row), stop);
            (file.Added, file.NewRecords) = (placed.Doses, placed.Made.Count);
            await find.On(placed.Records, placed.Made, stop);
            await db.Save(me.NewAct(time, "dose.bring", $"dose_file:{file.Id}", $"{placed.Doses}"), stop);
            await all.CommitAsync(stop);
            return file;
        }
        catch (Exception twice) when (HouseDb.IsTwice(twice))
        {
            // The same rows were taken in at the same moment, by somebody else of the unit.
            await all.RollbackAsync(stop);
            db.ChangeTracker.Clear();
            return DosesRefusals.Moved;
        }
    }

    private async Task<HashSet<Guid>> Known(long unitId, Guid[] keys, CancellationToken stop)
    {
        var rows = await db.Set<DoseRow>().Where(row => row.UnitId == unitId && EF.Parameter(keys).Contains(row.RowKey)).Select(row => row.RowKey).ToListAsync(stop);
        var doses = await db.Set<Dose>().Where(dose => EF.Parameter(keys).Contains(dose.EntryKey)).Select(dose => dose.EntryKey).ToListAsync(stop);
        return [.. rows, .. doses];
    }

    private static ReadyRow RowOf(DoseFile file, IncomingRow row, DoseReading reading)
    {
        string More(int column) => Cut(row.More[column - DosesColumn.DoseNumber]);
        var written = new WrittenDose(
            More(DosesColumn.DoseNumber), More(DosesColumn.Vaccine), More(DosesColumn.Lot), More(DosesColumn.GivenOn), More(DosesColumn.Facility));
        var person = DoseKeys.OfPerson(row.Written, row.Read);
        var read = reading.Of(written, row.Read);
        var kept = new DoseRow
        {
            FileId = file.Id,
            UnitId = file.UnitId,
            Line = row.Line,
            RowKey = DoseKeys.OfRow(file.UnitId, person, written, read),
            PersonKey = person,
            Hamlet = row.Hamlet,
            Phone = More(DosesColumn.Phone),
            State = DoseRowState.Unclear,
        };
        kept.Write(row.Written, written);
        return new ReadyRow(kept, read);
    }

    private static ReadyRow RowOf(DoseFile file, UnsplitRow row, DoseReading reading)
    {
        var key = DoseKeys.OfLine(file.UnitId, row.Raw);
        var kept = new DoseRow
        {
            FileId = file.Id,
            UnitId = file.UnitId,
            Line = row.Line,
            RowKey = key,
            PersonKey = key,
            Raw = row.Raw.Length > 0 ? row.Raw : "?",
            State = DoseRowState.Unclear,
        };
        return new ReadyRow(kept, reading.Of(kept));
    }

    private static string Cut(string text) => text.Length > LongestCell ? text[..LongestCell] : text;
}
