using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Platform.Records.Phones;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses.Bring.People;

/// <summary>A row that can become a dose, and what is understood of it.</summary>
internal sealed record ReadyRow(DoseRow Row, ReadDose Read);

/// <summary>What came of rows.</summary>
/// <param name="Records">The records that got doses.</param>
/// <param name="Made">Those of them that were made, since nobody is like them.</param>
/// <param name="Doses">How many doses.</param>
internal sealed record PlacedDoses(IReadOnlyCollection<long> Records, IReadOnlySet<long> Made, int Doses);

/// <summary>
/// Puts the doses of ready rows on records, in the caller's transaction: on the record that is surely the person's, or on a new
/// one where nobody is like them. Where it is not sure the row waits, beside those it may be about.
/// </summary>
internal sealed class PlaceDoses(PlatformDb db, FindPerson find, TimeProvider time)
{
    // What is like another row of its file waits for that one to be placed. Chains of them are short.
    private const int MostRounds = 4;

    // So many new rows at once: until PostgreSQL has looked at them, it plans as if there were none.
    private const int Many = 1000;

    private static readonly BulkTable<Dose> Doses = new(DosesTables.Doses,
        new("EntryKey", NpgsqlDbType.Uuid, d => d.EntryKey), new("RecordId", NpgsqlDbType.Bigint, d => d.RecordId),
        new("Number", NpgsqlDbType.Integer, d => d.Number), new("Product", NpgsqlDbType.Text, d => d.Product),
        new("Lot", NpgsqlDbType.Text, d => d.Lot), new("GivenOn", NpgsqlDbType.Date, d => d.GivenOn),
        new("UnitId", NpgsqlDbType.Bigint, d => d.UnitId), new("Origin", NpgsqlDbType.Integer, d => (int)d.Origin),
        new("Facility", NpgsqlDbType.Text, d => d.Facility), new("FileId", NpgsqlDbType.Bigint, d => d.FileId),
        new("EnteredBy", NpgsqlDbType.Text, d => d.EnteredBy), new("EnteredAt", NpgsqlDbType.TimestampTz, d => d.EnteredAt),
        new("IsLate", NpgsqlDbType.Boolean, d => d.IsLate), new("ScheduleReason", NpgsqlDbType.Text, d => d.ScheduleReason),
        new("State", NpgsqlDbType.Integer, d => (int)d.State), new("Version", NpgsqlDbType.Integer, d => d.Version));

    private static readonly BulkTable<DoseCandidate> Candidates = new(DosesTables.Candidates,
        new("FileId", NpgsqlDbType.Bigint, c => c.FileId), new("PersonKey", NpgsqlDbType.Uuid, c => c.PersonKey),
        new("RecordId", NpgsqlDbType.Bigint, c => c.RecordId), new("Probability", NpgsqlDbType.Double, c => c.Probability),
        new("HasSameNumber", NpgsqlDbType.Boolean, c => c.HasSameNumber));

    /// <summary>Places rows wherever they belong.</summary>
    public async Task<PlacedDoses> Run(DoseFile file, IReadOnlyList<ReadyRow> rows, SignedIn me, CancellationToken stop)
    {
        var people = rows.GroupBy(row => row.Row.PersonKey).Select(group => new SoughtPerson(group.Key, [.. group])).ToList();
        var candidates = new List<DoseCandidate>();
        var made = new HashSet<long>();
        for (var round = 1; people.Count > 0; round++)
        {
            await find.Run(file.UnitId, people, stop);
            var isLast = round == MostRounds;
            made.UnionWith(await Make(file, [.. people.Where(person => person.IsNew)], stop));
            foreach (var person in people.Where(person => person.Alike.Count > 0 || (isLast && person.Waits)))
            {
                foreach (var row in person.Rows) row.Row.State = DoseRowState.Unsure;
                candidates.AddRange(person.Alike.Select(other => new DoseCandidate
                {
                    FileId = file.Id,
                    PersonKey = person.Key,
                    RecordId = other.RecordId,
                    Probability = other.Probability,
                    HasSameNumber = other.HasSameNumber,
                }));
            }

            people = isLast ? [] : [.. people.Where(person => person.Waits)];
        }

        await Candidates.Insert(db.RawWay(), candidates, stop);
        var placed = await Add(file, [.. rows.Where(row => row.Row.RecordId is not null)], me, stop);
        return placed with { Made = made };
    }

    /// <summary>Puts rows on the record that a person chose, or on a new one.</summary>
    public async Task<PlacedDoses> Put(DoseFile file, IReadOnlyList<ReadyRow> rows, long? recordId, SignedIn me, CancellationToken stop)
    {
        if (recordId is { } id)
            foreach (var row in rows) row.Row.RecordId = id;
        else
            await Make(file, [new SoughtPerson(rows[0].Row.PersonKey, rows)], stop);
        return await Add(file, rows, me, stop);
    }

    private async Task<IReadOnlyCollection<long>> Make(DoseFile file, IReadOnlyList<SoughtPerson> people, CancellationToken stop)
    {
        if (people.Count == 0) return [];
        var (units, now) = (await ImportUnits.Of(db, file.UnitId, stop), time.GetUtcNow());
        var records = new List<VaccinationRecord>(people.Count);
        foreach (var person in people)
        {
            var first = person.Rows[0];
            var key = SameKey.OfId($"dose {person.Key}", 1);
            records.Add(VaccinationRecord.Make(
                first.Row.Written, first.Row.Hamlet, first.Read.Person, new RecordSource(units.UnitOf(first.Row.CommuneCode), file.UnitId, key, now)));
        }

        await RecordsTables.New.Insert(db.RawWay(), records, stop);
        var refs = records.Select(record => record.Ref).ToArray();
        var ids = await db.Set<VaccinationRecord>().Where(record => EF.Parameter(refs).Contains(record.Ref))
            .ToDictionaryAsync(record => record.Ref, record => record.Id, StringComparer.Ordinal, stop);
        for (var i = 0; i < people.Count; i++) people[i].Place(ids[records[i].Ref]);
        return ids.Values;
    }

    private async Task<PlacedDoses> Add(DoseFile file, IReadOnlyList<ReadyRow> rows, SignedIn me, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var today = Shown.Day(now);
        var doses = rows.Select(row => new Dose
        {
            EntryKey = KeyOf(file, row),
            RecordId = row.Row.RecordId!.Value,
            Number = row.Read.Number,
            Product = row.Read.Product!.Code.ToString(),
            Lot = row.Row.Lot.Trim(),
            GivenOn = row.Read.Day!.Value,
            UnitId = file.UnitId,
            Origin = DoseOrigin.Import,
            Facility = row.Row.Facility.Trim(),
            FileId = file.Id,
            EnteredBy = me.Name,
            EnteredAt = now,
            IsLate = today > row.Read.Day!.Value,
        }).ToList();
        for (var i = 0; i < rows.Count; i++) (rows[i].Row.State, rows[i].Row.DoseKey) = (DoseRowState.Added, doses[i].EntryKey);
        await Doses.Insert(db.RawWay(), doses, stop);
        await db.FillPhone(rows.Select(row => (row.Row.RecordId!.Value, row.Row.Phone)), PhoneOrigin.File, stop);
        if (doses.Count >= Many && !db.IsSqlite) await db.Database.ExecuteSqlRawAsync("ANALYZE \"records\", \"doses\"", stop);
        return new PlacedDoses(doses.Select(dose => dose.RecordId).ToHashSet(), new HashSet<long>(), doses.Count);
    }

    /// <summary>The key of the dose that a row becomes: of what it reads now, which a person may have put right.</summary>
    public static Guid KeyOf(DoseFile file, ReadyRow row) => DoseKeys.OfRow(file.UnitId, row.Row.PersonKey, row.Row.WrittenDose, row.Read);
}
