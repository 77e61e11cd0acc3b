using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Likeness;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses.Bring.People;

/// <summary>
/// Finds the records of people in a file: by what was found of the same person before, by number with name and date of birth,
/// and for the rest by the linkage engine, among the records of the place, those with the same number, and the file itself.
/// </summary>
internal sealed class FindPerson(PlatformDb db, TimeProvider time)
{
    private const int MostOfOne = 5;

    /// <summary>Notes on each what was found.</summary>
    public async Task Run(long unitId, IReadOnlyList<SoughtPerson> people, CancellationToken stop)
    {
        await ByEarlierRows(unitId, people, stop);
        await ByNumber(unitId, people, stop);
        var rest = people.Where(person => !person.IsPlaced).ToList();
        if (rest.Count > 0) await ByLikeness(unitId, rest, stop);
    }

    private async Task ByEarlierRows(long unitId, IReadOnlyList<SoughtPerson> people, CancellationToken stop)
    {
        var keys = people.Select(person => person.Key).ToArray();
        var rows = await db.Set<DoseRow>().AsNoTracking()
            .Where(row => row.UnitId == unitId && EF.Parameter(keys).Contains(row.PersonKey) && row.State == DoseRowState.Added)
            .Select(row => new { row.PersonKey, RecordId = row.RecordId!.Value }).ToListAsync(stop);
        var records = rows.GroupBy(row => row.PersonKey).ToDictionary(group => group.Key, group => group.Select(row => row.RecordId).Distinct().ToList());
        var standing = await Standing([.. records.Values.SelectMany(ids => ids)], stop);
        foreach (var person in people)
        {
            // Where people settled the same writing in two ways, somebody looks again.
            if (records.TryGetValue(person.Key, out var ids) && ids.Select(id => standing[id]).Distinct().ToList() is [var one]) person.Place(one);
        }
    }

    private async Task ByNumber(long unitId, IReadOnlyList<SoughtPerson> people, CancellationToken stop)
    {
        var digits = DigitsOf(people.Where(person => !person.IsPlaced));
        if (digits.Length == 0) return;
        var known = (await db.Set<VaccinationRecord>().AsNoTracking()
            .Where(record => record.Digits != "" && record.JoinedIntoId == null && EF.Parameter(digits).Contains(record.Digits))
            .Select(record => new KnownPerson(record.Id, record.UnitId, record.Digits, record.NameSearch, record.BornOn)).ToListAsync(stop))
            .ToLookup(record => record.Digits, StringComparer.Ordinal);
        foreach (var person in people.Where(person => !person.IsPlaced && person.Read.Digits.Length > 0))
        {
            var sure = known[person.Read.Digits].Where(person.IsSurely).ToList();
            var own = sure.FindAll(record => record.UnitId == unitId);
            if (sure.Count == 1) person.Place(sure[0].Id);
            else if (own.Count == 1) person.Place(own[0].Id);
        }
    }

    private async Task ByLikeness(long unitId, List<SoughtPerson> people, CancellationToken stop)
    {
        var path = await db.Units.Where(unit => unit.Id == unitId).Select(unit => unit.Path).FirstAsync(stop);
        var here = await db.Units.Where(unit => unit.Path.StartsWith(path)).Select(unit => unit.Id).ToArrayAsync(stop);
        var digits = DigitsOf(people);
        var records = db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.NameSearch != "" && record.JoinedIntoId == null);
        var near = await EntriesOf(records.Where(record => here.Contains(record.UnitId)), stop);
        var same = await EntriesOf(records.Where(record => record.Digits != "" && EF.Parameter(digits).Contains(record.Digits)), stop);
        var entries = near.Concat(same).DistinctBy(entry => entry.Item.Record).ToList();
        var places = entries.ToDictionary(entry => entry.Item.Record);
        var sought = people.Select((person, i) => new Likened<Place>(
            new Place(0, i), person.Rows[0].Row.Written, person.Read.Digits, (int)person.Read.Born.Packed)
        {
            Name = person.Read.NameText.Search,
        }).ToList();
        using var search = new LikenessSearch<Place>([.. entries, .. sought], Shown.Day(time.GetUtcNow()));
        for (var i = 0; i < people.Count; i++)
        {
            var (person, own) = (people[i], i);
            var found = search.FindWithNamesakes(sought[i], MostOfOne + 1);
            var alike = found.Where(other => other.Item.Record > 0).Take(MostOfOne).Select(other => new LikeRecord(
                other.Item.Record, other.Probability,
                person.Read.Digits.Length > 0 && person.Read.Digits.Equals(places[other.Item.Record].Digits, StringComparison.Ordinal))).ToList();
            person.Liken(alike, waits: found.Exists(other => other.Item.Record == 0 && other.Item.Person < own));
        }
    }

    private static Task<List<Likened<Place>>> EntriesOf(IQueryable<VaccinationRecord> records, CancellationToken stop) => records
        .Select(record => new Likened<Place>(
            new Place(record.Id, -1), new WrittenRecord(record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode),
            record.Digits, record.BornOn)
        { Name = record.NameSearch })
        .ToListAsync(stop);

    private async Task<Dictionary<long, long>> Standing(long[] ids, CancellationToken stop)
    {
        var standing = ids.Distinct().ToDictionary(id => id);
        var joined = await db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.JoinedIntoId != null)
            .Where(record => EF.Parameter(ids).Contains(record.Id)).Select(record => new { record.Id, Into = record.JoinedIntoId!.Value }).ToListAsync(stop);
        if (joined.Count == 0) return standing;
        var further = await Standing([.. joined.Select(record => record.Into)], stop);
        foreach (var record in joined) standing[record.Id] = further[record.Into];
        return standing;
    }

    private static string[] DigitsOf(IEnumerable<SoughtPerson> people) =>
        [.. people.Select(person => person.Read.Digits).Where(digits => digits.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>A record, or somebody in the file.</summary>
    private sealed record Place(long Record, int Person);
}
