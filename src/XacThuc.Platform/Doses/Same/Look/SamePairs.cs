using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Doses.Same.Look;

/// <summary>One of the two of a pair.</summary>
/// <param name="Id">Its key: a dose's or a record's.</param>
/// <param name="Record">The record.</param>
/// <param name="Unit">Whose it is.</param>
/// <param name="Href">Where the record can be looked at; none where it is out of reach.</param>
/// <param name="Doses">The dose, or all doses that it has or had before it was joined.</param>
internal sealed record SameSide(long Id, VaccinationRecord Record, string Unit, string? Href, IReadOnlyList<Dose> Doses)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(SameSide);
}

/// <summary>A pair with both sides.</summary>
internal sealed record SameShown(SamePair Pair, SameSide First, SameSide Second)
{
    /// <summary>Both.</summary>
    public IReadOnlyList<SameSide> Sides => [First, Second];
}

/// <summary>Reads pairs with what there is to see of them.</summary>
internal sealed class SamePairs(PlatformDb db)
{
    /// <summary>Shows pairs.</summary>
    public async Task<IReadOnlyList<SameShown>> Show(IReadOnlyList<SamePair> pairs, SignedIn me, CancellationToken stop)
    {
        var doseIds = pairs.Where(pair => pair.Kind == SameKind.Doses).SelectMany(pair => new[] { pair.FirstId, pair.SecondId }).Distinct().ToArray();
        var recordIds = pairs.Where(pair => pair.Kind == SameKind.Records).SelectMany(pair => new[] { pair.FirstId, pair.SecondId }).Distinct().ToArray();
        var doses = await db.Set<Dose>().AsNoTracking()
            .Where(dose => EF.Parameter(doseIds).Contains(dose.Id) || EF.Parameter(recordIds).Contains(dose.RecordId)).ToListAsync(stop);
        var allRecords = recordIds.Concat(doses.Select(dose => dose.RecordId)).Distinct().ToArray();
        var records = await db.Set<VaccinationRecord>().AsNoTracking().Where(record => EF.Parameter(allRecords).Contains(record.Id))
            .Join(db.Units, record => record.UnitId, unit => unit.Id, (record, unit) => new { record, unit.Name }).ToDictionaryAsync(pair => pair.record.Id, stop);
        var pairIds = pairs.Select(pair => pair.Id).ToArray();
        var moved = (await db.Set<SameMove>().AsNoTracking().Where(move => EF.Parameter(pairIds).Contains(move.PairId) && move.Kind == MovedKind.Dose).ToListAsync(stop))
            .ToLookup(move => move.PairId);
        var reached = await RecordsAccess.UnitsOf(db, me, stop);
        var byId = doses.ToDictionary(dose => dose.Id);

        SameSide Side(long id, long recordId, IEnumerable<Dose> shown)
        {
            var found = records[recordId];
            return new SameSide(
                id, found.record, found.Name, reached.Contains(found.record.UnitId) ? $"/records/{found.record.Ref}" : null,
                [.. shown.OrderBy(dose => dose.GivenOn).ThenBy(dose => dose.Id)]);
        }

        SameShown Shown(SamePair pair)
        {
            if (pair.Kind == SameKind.Doses)
                return new SameShown(pair, Side(pair.FirstId, byId[pair.FirstId].RecordId, [byId[pair.FirstId]]), Side(pair.SecondId, byId[pair.SecondId].RecordId, [byId[pair.SecondId]]));
            var from = moved[pair.Id].ToDictionary(move => move.ItemId, move => move.FromRecordId);
            long Home(Dose dose) => from.GetValueOrDefault(dose.Id, dose.RecordId);
            return new SameShown(
                pair, Side(pair.FirstId, pair.FirstId, doses.Where(dose => Home(dose) == pair.FirstId)), Side(pair.SecondId, pair.SecondId, doses.Where(dose => Home(dose) == pair.SecondId)));
        }

        return [.. pairs.Select(Shown)];
    }
}
