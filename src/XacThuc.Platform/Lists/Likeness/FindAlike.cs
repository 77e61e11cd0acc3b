using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Matching;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Likeness;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Likeness;

/// <summary>
/// Seeks who on a list may stand there twice, on another list for the same dose, or among the vaccination records: by the
/// linkage engine, over those of the same place, and over anybody with the same number.
/// </summary>
internal sealed class FindAlike(PlatformDb db, TimeProvider time)
{
    private const int MostOfOne = 5;

    private static readonly BulkTable<Alike> Likenesses = new(ListsTables.Likenesses,
        new("ListId", NpgsqlDbType.Bigint, a => a.ListId), new("PersonId", NpgsqlDbType.Bigint, a => a.PersonId),
        new("OtherKind", NpgsqlDbType.Integer, a => (int)a.OtherKind), new("OtherId", NpgsqlDbType.Bigint, a => a.OtherId),
        new("Probability", NpgsqlDbType.Double, a => a.Probability), new("HasSameNumber", NpgsqlDbType.Boolean, a => a.HasSameNumber),
        new("State", NpgsqlDbType.Integer, a => (int)a.State), new("SettledBy", NpgsqlDbType.Text, a => a.SettledBy));

    /// <summary>Seeks, and keeps what is found beside what somebody has settled before, in the caller's transaction.</summary>
    /// <param name="list">The list, whose people are saved.</param>
    /// <param name="only">Keys of the rows to seek for; all of the list where none is named.</param>
    /// <param name="stop">Ends it.</param>
    public async Task Run(SurveyList list, long? only, CancellationToken stop)
    {
        var own = await db.Set<ListedPerson>().AsNoTracking()
            .Where(person => person.ListId == list.Id && person.State != PersonState.Withdrawn).OrderBy(person => person.Number).ToListAsync(stop);
        var sought = own.Where(person => person.NameSearch.Length > 0 && (only is null || person.Id == only)).ToList();
        if (sought.Count == 0) return;

        var entries = own.ConvertAll(person => new Entry(OtherKind.SameList, person.Id, person.Written, person.Digits, person.BornOn));
        var digits = sought.Where(person => person.Digits.Length > 0).Select(person => person.Digits).Distinct(StringComparer.Ordinal).ToArray();
        entries.AddRange(await OtherLists(list, digits, stop));
        entries.AddRange(await Records(list, digits, stop));
        var found = Seek(sought, entries, Shown.Day(time.GetUtcNow()));
        await Keep(list.Id, sought, found, only is null, stop);
    }

    /// <summary>Asks no more about somebody who was taken off the list.</summary>
    public Task<int> Forget(ListedPerson person, Alike? but, CancellationToken stop)
    {
        var (id, listId, kept) = (person.Id, person.ListId, but?.Id ?? 0);
        return db.Set<Alike>().Where(alike => alike.ListId == listId && alike.State == AlikeState.Open && alike.Id != kept
            && (alike.PersonId == id || (alike.OtherKind == OtherKind.SameList && alike.OtherId == id))).ExecuteDeleteAsync(stop);
    }

    private Task<List<Entry>> OtherLists(SurveyList list, string[] digits, CancellationToken stop) => db.Set<SurveyList>()
        .Where(other => other.Id != list.Id && other.Dose == list.Dose && other.State != ListState.GivenUp)
        .Join(db.Set<ListedPerson>(), other => other.Id, person => person.ListId, (other, person) => new { other, person })
        .Where(pair => pair.person.State != PersonState.Withdrawn && pair.person.NameSearch != ""
            && (pair.other.CommuneCode == list.CommuneCode || EF.Parameter(digits).Contains(pair.person.Digits)))
        .Select(pair => new Entry(
            OtherKind.OtherList, pair.person.Id,
            new WrittenRecord(pair.person.FullName, pair.person.Sex, pair.person.DateOfBirth, pair.person.IdNumber, pair.person.CommuneCode),
            pair.person.Digits, pair.person.BornOn))
        .ToListAsync(stop);

    private async Task<List<Entry>> Records(SurveyList list, string[] digits, CancellationToken stop)
    {
        var here = await db.Units.Where(unit => unit.PlaceCode == list.CommuneCode || unit.Id == list.UnitId).Select(unit => unit.Id).ToArrayAsync(stop);
        var near = await EntriesOf(db.Set<VaccinationRecord>().Where(record => here.Contains(record.UnitId)), stop);
        var same = await EntriesOf(
            db.Set<VaccinationRecord>().Where(record => record.Digits != "" && EF.Parameter(digits).Contains(record.Digits)), stop);
        return [.. near.Concat(same).DistinctBy(entry => entry.Id)];
    }

    private static Task<List<Entry>> EntriesOf(IQueryable<VaccinationRecord> records, CancellationToken stop) => records
        .Where(record => record.NameSearch != "" && record.JoinedIntoId == null).Select(record => new Entry(
            OtherKind.Record, record.Id, new WrittenRecord(record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode),
            record.Digits, record.BornOn))
        .ToListAsync(stop);

    private static List<Pair> Seek(List<ListedPerson> sought, List<Entry> entries, DateOnly today)
    {
        using var search = new LikenessSearch<Entry>(entries.ConvertAll(entry => new Likened<Entry>(entry, entry.Written, entry.Digits, entry.BornOn)), today);
        var found = new List<Pair>();
        foreach (var person in sought)
        {
            found.AddRange(search.Find(person.Written, MostOfOne).Where(other => !other.Item.Is(person))
                .Select(other => new Pair(person, other.Item, other.Probability)));
        }

        return found;
    }

    private async Task Keep(long listId, List<ListedPerson> sought, List<Pair> found, bool isWhole, CancellationToken stop)
    {
        var ids = sought.Select(person => person.Id).ToArray();
        var before = db.Set<Alike>().Where(alike => alike.ListId == listId);
        if (!isWhole) before = before.Where(alike => ids.Contains(alike.PersonId) || (alike.OtherKind == OtherKind.SameList && ids.Contains(alike.OtherId)));
        await before.Where(alike => alike.State == AlikeState.Open).ExecuteDeleteAsync(stop);
        var known = (await before.Select(alike => new { alike.PersonId, alike.OtherKind, alike.OtherId }).ToListAsync(stop))
            .Select(alike => (alike.PersonId, alike.OtherKind, alike.OtherId)).ToHashSet();
        var added = new List<Alike>();
        foreach (var pair in found.OrderByDescending(pair => pair.Probability))
        {
            // Two rows of one list are one pair: the later beside the earlier.
            var (person, other) = pair.Other.Kind == OtherKind.SameList && pair.Other.Id > pair.Person.Id
                ? (pair.Other.Id, pair.Person.Id)
                : (pair.Person.Id, pair.Other.Id);
            if (!known.Add((person, pair.Other.Kind, other))) continue;
            added.Add(new Alike
            {
                ListId = listId,
                PersonId = person,
                OtherKind = pair.Other.Kind,
                OtherId = other,
                Probability = pair.Probability,
                HasSameNumber = pair.Person.Digits.Length > 0 && pair.Person.Digits.Equals(pair.Other.Digits, StringComparison.Ordinal),
                State = AlikeState.Open,
            });
        }

        await Likenesses.Insert(db.RawWay(), added, stop);
    }

    private sealed record Pair(ListedPerson Person, Entry Other, double Probability);

    /// <summary>Somebody whom a row may be about.</summary>
    private sealed record Entry(OtherKind Kind, long Id, WrittenRecord Written, string Digits, int BornOn)
    {
        public bool Is(ListedPerson person) => Kind == OtherKind.SameList && Id == person.Id;

        public override string ToString() => nameof(Entry);
    }
}
