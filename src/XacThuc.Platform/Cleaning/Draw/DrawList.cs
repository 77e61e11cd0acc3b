using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Cleaning.Draw;

/// <summary>Which records a list shall hold.</summary>
/// <param name="Unit">Code of the unit that has them; one's own where none is named.</param>
/// <param name="Commune">Commune of residence; empty for records that name none.</param>
/// <param name="Hamlet">Hamlet; empty for all.</param>
/// <param name="Most">No more rows than this.</param>
internal sealed record Wanted(string? Unit, string Commune, string Hamlet, int Most);

/// <summary>Records that could go on a list, of one commune and hamlet.</summary>
internal sealed record Drawable(string Commune, string Hamlet, int Count);

/// <summary>Draws a list up from records that are wrong or not comparable and stand on no other list: frozen as they are now.</summary>
internal sealed class DrawList(PlatformDb db, TimeProvider time)
{
    /// <summary>No list is longer: somebody carries it from house to house.</summary>
    public const int Longest = 2000;

    /// <summary>What could be drawn up of a unit: each commune as a whole, then its hamlets.</summary>
    public async Task<IReadOnlyList<Drawable>> Count(long unitId, CancellationToken stop)
    {
        var places = (await Records(unitId).GroupBy(record => new { record.CommuneCode, record.Hamlet })
            .Select(group => new { group.Key.CommuneCode, group.Key.Hamlet, Count = group.Count() }).ToListAsync(stop))
            .ConvertAll(group => new Drawable(group.CommuneCode, group.Hamlet, group.Count));
        return [.. places.GroupBy(place => place.Commune, StringComparer.Ordinal).OrderByDescending(commune => commune.Sum(place => place.Count))
            .SelectMany(commune => commune.Where(place => place.Hamlet.Length > 0).OrderBy(place => place.Hamlet, StringComparer.Ordinal)
                .Prepend(new Drawable(commune.Key, "", commune.Sum(place => place.Count))))];
    }

    /// <summary>Draws it up.</summary>
    public async Task<Result<CleaningList>> Run(Wanted wanted, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var code = string.IsNullOrEmpty(wanted.Unit) ? me.UnitCode : wanted.Unit;
        if (await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Code == code && units.Contains(unit.Id), stop) is not { } unit)
            return CleaningRefusals.NothingToDraw;

        var records = Records(unit.Id).Where(record => record.CommuneCode == wanted.Commune);
        if (wanted.Hamlet.Length > 0) records = records.Where(record => record.Hamlet == wanted.Hamlet);
        var oldest = await records.OrderBy(record => record.Id).Take(Math.Clamp(wanted.Most, 1, Longest)).ToListAsync(stop);
        if (oldest.Count == 0) return CleaningRefusals.NothingToDraw;

        // As a hamlet group goes about: hamlet by hamlet, by name.
        var order = oldest.OrderBy(record => record.Hamlet, StringComparer.Ordinal)
            .ThenBy(record => record.NameSort, StringComparer.Ordinal).ThenBy(record => record.Id).ToList();
        await using var all = await db.Database.BeginTransactionAsync(stop);
        try
        {
            var list = await Add(unit, wanted, order, me, stop);
            await all.CommitAsync(stop);
            return list;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return CleaningRefusals.DrawnByAnother;
        }
    }

    private async Task<CleaningList> Add(
        Unit unit, Wanted wanted, List<VaccinationRecord> records, SignedIn me, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var list = new CleaningList
        {
            Code = await db.Set<CleaningList>().Select(list => list.Code).NextOf(unit.Code, Shown.Day(now), stop),
            UnitId = unit.Id,
            CommuneCode = wanted.Commune,
            Hamlet = wanted.Hamlet,
            Rows = records.Count,
            DrawnBy = me.Name,
            DrawnAt = now,
            State = ListState.Drawn,
        };
        db.Add(list);
        await db.Save(me.NewAct(time, "cleaning.draw", $"cleaning:{list.Code}", $"{records.Count}"), stop);
        db.AddRange(records.Select(record => new ListedRecord { RecordId = record.Id, ListId = list.Id }));
        db.AddRange(records.Select((record, i) => RowOf(list.Id, i + 1, record)));
        await db.SaveChangesAsync(stop);
        return list;
    }

    private static CleaningRow RowOf(long list, int number, VaccinationRecord record) => new()
    {
        ListId = list,
        Number = number,
        RecordId = record.Id,
        Ref = record.Ref,
        RecordVersion = record.Version,
        FullName = record.FullName,
        Sex = record.Sex,
        DateOfBirth = record.DateOfBirth,
        IdNumber = record.IdNumber,
        CommuneCode = record.CommuneCode,
        Hamlet = record.Hamlet,
        Outcome = new Outcome(
            record.Status!.Value, record.NameVerdict, record.SexVerdict, record.DateVerdict, record.NumberVerdict).Packed,
        State = RowState.Waiting,
    };

    // What an officer has settled already waits to be taken over, and need not be carried from house to house.
    private IQueryable<VaccinationRecord> Records(long unitId)
    {
        var listed = db.Set<ListedRecord>();
        var settled = db.Set<RecordDecision>().Where(one => one.State == DecisionState.Open && one.Kind == DecisionKind.Released);
        return db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.UnitId == unitId && record.JoinedIntoId == null
            && (record.Status == RecordStatus.Mismatched || record.Status == RecordStatus.Unauthenticated || record.Status == RecordStatus.Invalid)
            && !listed.Any(other => other.RecordId == record.Id) && !settled.Any(one => one.RecordId == record.Id));
    }
}
