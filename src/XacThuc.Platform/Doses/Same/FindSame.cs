using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Likeness;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses.Same;

/// <summary>
/// Finds doses that may be recorded twice: on one record by number, or by product within a few days; on two records that the
/// engine takes for one person's by day, product and lot. What people have said of a pair stays.
/// </summary>
internal sealed class FindSame(PlatformDb db, TimeProvider time)
{
    /// <summary>No product is given again within so many days.</summary>
    public const int FewDays = 7;

    private const int MostOfOne = 5;

    /// <summary>Seeks on all records of units, and adds what is new; saved with the caller's change.</summary>
    public async Task Run(long[] units, CancellationToken stop)
    {
        List<Found> found = [.. await OnOneRecord(null, units, stop), .. await OnTwoRecords(null, units, stop)];
        await Add(found, stop);
        await Forget(found, units, stop);
    }

    /// <summary>Seeks on the records that got doses.</summary>
    /// <param name="records">The records.</param>
    /// <param name="unlike">Those that nobody is like: they stand twice nowhere else.</param>
    /// <param name="stop">Ends it.</param>
    public async Task On(IReadOnlyCollection<long> records, IReadOnlyCollection<long> unlike, CancellationToken stop)
    {
        if (records.Count == 0) return;
        var ids = records.ToArray();
        var units = await db.Set<VaccinationRecord>().Where(record => EF.Parameter(ids).Contains(record.Id)).Select(record => record.UnitId).Distinct().ToArrayAsync(stop);
        var like = records.Except(unlike).ToHashSet();
        await Add([.. await OnOneRecord(ids, units, stop), .. like.Count > 0 ? await OnTwoRecords(like, units, stop) : []], stop);
    }

    /// <summary>Whether two doses of two records are the same by day, product and, as far as it is written, lot.</summary>
    public static bool AreSame(Dose one, Dose other) => one.GivenOn == other.GivenOn && one.Product.Equals(other.Product, StringComparison.Ordinal)
        && (one.Lot.Length == 0 || other.Lot.Length == 0 || DoseKeys.LotOf(one.Lot).Equals(DoseKeys.LotOf(other.Lot), StringComparison.Ordinal));

    private async Task Add(List<Found> found, CancellationToken stop)
    {
        var known = await Known(found, stop);
        var now = time.GetUtcNow();
        foreach (var pair in found)
        {
            if (!known.Add((pair.Kind, pair.First, pair.Second))) continue;
            db.Add(new SamePair
            {
                Kind = pair.Kind,
                FirstId = pair.First,
                SecondId = pair.Second,
                UnitId = pair.Unit,
                OtherUnitId = pair.OtherUnit,
                Probability = pair.Probability,
                FoundAt = now,
            });
        }
    }

    private async Task<IEnumerable<Found>> OnOneRecord(long[]? only, long[] units, CancellationToken stop)
    {
        var doses = db.Set<Dose>().AsNoTracking().Where(dose => dose.State == DoseState.Valid);
        if (only is not null) doses = doses.Where(dose => EF.Parameter(only).Contains(dose.RecordId));
        var pairs = await doses.Join(doses, one => one.RecordId, other => other.RecordId, (one, other) => new { one, other })
            .Where(pair => pair.one.Id < pair.other.Id && (pair.one.Number == pair.other.Number
                || (pair.one.Product == pair.other.Product
                    && pair.one.GivenOn < pair.other.GivenOn.AddDays(FewDays) && pair.other.GivenOn < pair.one.GivenOn.AddDays(FewDays))))
            .Join(db.Set<VaccinationRecord>(), pair => pair.one.RecordId, record => record.Id, (pair, record) => new { pair.one, pair.other, record.UnitId })
            .Where(pair => units.Contains(pair.UnitId))
            .Select(pair => new { One = pair.one.Id, Other = pair.other.Id, pair.one.Product, OtherProduct = pair.other.Product, pair.UnitId }).ToListAsync(stop);
        return pairs.Where(pair => AreAgainstOne(pair.Product, pair.OtherProduct)).Select(pair => new Found(SameKind.Doses, pair.One, pair.Other, pair.UnitId, pair.UnitId, 1));
    }

    // Numbers are counted against one disease.
    private static bool AreAgainstOne(string one, string other) =>
        VaccineCatalogue.Standard.FindSchedule(ProductCode.Parse(one)) == VaccineCatalogue.Standard.FindSchedule(ProductCode.Parse(other));

    private async Task<IEnumerable<Found>> OnTwoRecords(HashSet<long>? only, long[] units, CancellationToken stop)
    {
        var vaccinated = db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.JoinedIntoId == null && record.NameSearch != ""
            && db.Set<Dose>().Any(dose => dose.RecordId == record.Id && dose.State == DoseState.Valid));
        var own = await EntriesOf(vaccinated.Where(record => units.Contains(record.UnitId)), stop);
        var sought = only is null ? own : own.FindAll(entry => only.Contains(entry.Item.Id));
        if (sought.Count == 0) return [];
        var digits = sought.Select(entry => entry.Digits).Where(number => number.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var same = await EntriesOf(vaccinated.Where(record => !units.Contains(record.UnitId) && EF.Parameter(digits).Contains(record.Digits)), stop);
        var likenesses = Likenesses(sought, [.. own, .. same]);

        var ids = likenesses.SelectMany(pair => new[] { pair.One.Id, pair.Other.Id }).Distinct().ToArray();
        var doses = (await db.Set<Dose>().AsNoTracking().Where(dose => dose.State == DoseState.Valid && EF.Parameter(ids).Contains(dose.RecordId)).ToListAsync(stop))
            .ToLookup(dose => dose.RecordId);
        return likenesses.Where(pair => doses[pair.One.Id].Any(one => doses[pair.Other.Id].Any(other => AreSame(one, other))))
            .Select(pair => new Found(SameKind.Records, pair.One.Id, pair.Other.Id, pair.One.UnitId, pair.Other.UnitId, pair.Probability));
    }

    private List<(RecordAt One, RecordAt Other, double Probability)> Likenesses(List<Likened<RecordAt>> sought, List<Likened<RecordAt>> all)
    {
        using var search = new LikenessSearch<RecordAt>(all, Shown.Day(time.GetUtcNow()));
        var found = new Dictionary<(long, long), (RecordAt One, RecordAt Other, double Probability)>();
        foreach (var record in sought)
        {
            foreach (var (other, probability) in search.FindWithNamesakes(record, MostOfOne + 1))
            {
                if (other.Id == record.Item.Id) continue;
                var (first, second) = other.Id < record.Item.Id ? (other, record.Item) : (record.Item, other);
                if (!found.TryGetValue((first.Id, second.Id), out var before) || before.Probability < probability)
                    found[(first.Id, second.Id)] = (first, second, probability);
            }
        }

        return [.. found.Values];
    }

    private static Task<List<Likened<RecordAt>>> EntriesOf(IQueryable<VaccinationRecord> records, CancellationToken stop) => records
        .Select(record => new Likened<RecordAt>(
            new RecordAt(record.Id, record.UnitId), new WrittenRecord(record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode),
            record.Digits, record.BornOn)
        { Name = record.NameSearch })
        .ToListAsync(stop);

    private async Task<HashSet<(SameKind, long, long)>> Known(List<Found> found, CancellationToken stop)
    {
        var firsts = found.Select(pair => pair.First).Distinct().ToArray();
        var known = await db.Set<SamePair>().AsNoTracking()
            .Where(pair => EF.Parameter(firsts).Contains(pair.FirstId))
            .Select(pair => new { pair.Kind, pair.FirstId, pair.SecondId }).ToListAsync(stop);
        return [.. known.Select(pair => (pair.Kind, pair.FirstId, pair.SecondId))];
    }

    // Of which nobody has said anything, and which are none any more.
    private async Task Forget(List<Found> found, long[] units, CancellationToken stop)
    {
        var still = found.Select(pair => (pair.Kind, pair.First, pair.Second)).ToHashSet();
        var open = await db.Set<SamePair>().Where(pair => pair.State == SameState.Open && pair.Version == 0
            && units.Contains(pair.UnitId) && units.Contains(pair.OtherUnitId)).ToListAsync(stop);
        db.RemoveRange(open.Where(pair => !still.Contains((pair.Kind, pair.FirstId, pair.SecondId))));
    }

    private sealed record Found(SameKind Kind, long First, long Second, long Unit, long OtherUnit, double Probability);

    private sealed record RecordAt(long Id, long UnitId);
}
