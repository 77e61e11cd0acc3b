using NpgsqlTypes;
using XacThuc.Platform.Records.Phones;
using XacThuc.Web.Acts;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.Records.Import.Rows;

/// <summary>Sorts a run of rows into new, known, changed and waiting ones, and writes them.</summary>
internal sealed class ImportBatch(ImportedFile file, ImportUnits units, TimeProvider time, Act act)
{
    private static readonly BulkTable<SeenAgain> Seen = new(RecordsTables.Records,
        new("Id", NpgsqlDbType.Bigint, r => r.Id), new("ImportId", NpgsqlDbType.Bigint, r => r.ImportId),
        new("Line", NpgsqlDbType.Bigint, r => r.Line), new("Hamlet", NpgsqlDbType.Text, r => r.Hamlet),
        new("Phone", NpgsqlDbType.Text, r => r.Phone), new("PhoneFrom", NpgsqlDbType.Integer, r => (int)r.PhoneFrom));

    /// <summary>Writes the rows in the open transaction.</summary>
    /// <returns>What became of them, beside what became of those before.</returns>
    public async Task<ImportCounts> Write(PlatformDb db, IncomingRows rows, ImportCounts before, CancellationToken stop)
    {
        var way = db.RawWay();
        var known = new Dictionary<UInt128, KnownRecord>();
        await KnownRecord.Find(way, file.UnitId, rows.Rows.Select(row => row.KeyOf(1)).Distinct(), known, stop);
        var added = new List<VaccinationRecord>(rows.Rows.Count);
        var seen = new List<SeenAgain>();
        var waiting = rows.Unsplit.Select(Waiting).ToList();
        var (changed, repeated) = (0, 0);
        var now = time.GetUtcNow();
        foreach (var row in rows.Rows)
        {
            if (file.KeepsDoubtful && !row.Read.IsReady)
            {
                // Brought before, and fixed since: what is known stays as it is.
                if (row.IdIsKey && known.TryGetValue(row.KeyOf(1), out var fixedSince)) seen.Add(Again(fixedSince, row));
                else waiting.Add(Waiting(row));
                continue;
            }

            var (key, there) = await Place(way, row, known, stop);
            known[key] = new KnownRecord(there?.Id ?? 0, key, file.Id, there?.Version ?? 1, row.Written, row.Hamlet, row.Phone, PhoneOrigin.File);
            if (there is null)
            {
                added.Add(NewRecord(row, key, now));
            }
            else if (there.ImportId == file.Id)
            {
                repeated++;
            }
            else if (there.Written == row.Written)
            {
                seen.Add(Again(there, row));
            }
            else
            {
                await ChangeKnown(db, there.Id, row, stop);
                changed++;
            }
        }

        await RecordsTables.New.Insert(way, added, stop);
        await Seen.Update(way, 1, seen, stop);
        db.Set<ImportRow>().AddRange(waiting);
        if (changed > 0 || waiting.Count > 0) await db.Save(act, stop);
        db.ChangeTracker.Clear();
        return new ImportCounts(
            before.Rows + rows.Rows.Count + rows.Unsplit.Count, before.Added + added.Count, before.Changed + changed,
            before.Known + seen.Count, before.Repeated + repeated, before.ToFix + waiting.Count);
    }

    // A file may give one id to several people: each further one is a record of its own.
    private async Task<(UInt128 Key, KnownRecord? There)> Place(
        BulkWay way, IncomingRow row, Dictionary<UInt128, KnownRecord> known, CancellationToken stop)
    {
        for (var occurrence = 1; ; occurrence++)
        {
            var key = row.KeyOf(occurrence);
            if (occurrence > 1 && !known.ContainsKey(key)) await KnownRecord.Find(way, file.UnitId, [key], known, stop);
            if (!known.TryGetValue(key, out var there)) return (key, null);
            if (!row.IdIsKey || there.ImportId != file.Id || there.Written == row.Written) return (key, there);
        }
    }

    private VaccinationRecord NewRecord(IncomingRow row, UInt128 key, DateTimeOffset now)
    {
        var record = VaccinationRecord.Make(
            row.Written, row.Hamlet, row.Read, new RecordSource(units.UnitOf(row.Written.CommuneCode), file.UnitId, key, now)
            {
                ImportId = file.Id,
                Line = row.Line,
                ExternalId = row.ExternalId.Length > 0 ? row.ExternalId : null,
            });
        record.Fill(row.Phone, PhoneOrigin.File);
        return record;
    }

    // A phone that somebody answered for stays, whatever files say.
    private SeenAgain Again(KnownRecord known, IncomingRow row)
    {
        var isNewPhone = row.Phone.Length > 0 && known.PhoneFrom <= PhoneOrigin.File;
        return new(
            known.Id, file.Id, row.Line, row.Hamlet.Length > 0 ? row.Hamlet : known.Hamlet,
            isNewPhone ? row.Phone : known.Phone, isNewPhone ? PhoneOrigin.File : known.PhoneFrom);
    }

    private async Task ChangeKnown(PlatformDb db, long id, IncomingRow row, CancellationToken stop)
    {
        var record = (await db.Set<VaccinationRecord>().FindAsync([id], stop))!;
        db.Add(record.Change(row.Written, row.Read, ChangeKind.BroughtAgain, act));
        (record.ImportId, record.Line) = (file.Id, row.Line);
        if (row.Hamlet.Length > 0) record.Hamlet = row.Hamlet;
        record.Fill(row.Phone, PhoneOrigin.File);
    }

    private ImportRow Waiting(UnsplitRow row) => new()
    {
        ImportId = file.Id,
        Line = row.Line,
        Column = row.Column,
        Problem = row.Problem,
        Raw = row.Raw,
        State = ImportRowState.Waiting,
    };

    private ImportRow Waiting(IncomingRow row) => new()
    {
        ImportId = file.Id,
        Line = row.Line,
        Column = 0,
        Problem = RowProblem.Field,
        Raw = "",
        ExternalId = row.ExternalId,
        FullName = row.Written.FullName,
        Sex = row.Written.Sex,
        DateOfBirth = row.Written.DateOfBirth,
        IdNumber = row.Written.IdNumber,
        CommuneCode = row.Written.CommuneCode,
        Hamlet = row.Hamlet,
        Phone = row.Phone,
        State = ImportRowState.Waiting,
    };

    private readonly record struct SeenAgain(long Id, long ImportId, long Line, string Hamlet, string Phone, PhoneOrigin PhoneFrom);
}
