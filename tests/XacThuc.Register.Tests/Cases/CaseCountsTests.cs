using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Cases;
using XacThuc.Register.Cases.Inbox;
using XacThuc.Register.Cases.Open;
using XacThuc.Register.Tests.Houses;
using XacThuc.Register.Tests.Verification;
using Xunit;

namespace XacThuc.Register.Tests.Cases;

public sealed class CaseCountsTests
{
    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_counts_are_those_of_the_cases_whatever_became_of_them(string kind)
    {
        await using var given = await GivenLists.Start(kind);

        _ = await GivenCases.Come(given, [.. Enumerable.Range(1, 9).Select(GivenCases.YearOnly)]);
        var opened = await Counted(given);
        await given.InDb(async db =>
        {
            await using var all = await db.Database.BeginTransactionAsync(Stop);
            await db.Propose([2, 3, 4], Stop);
            await db.TakeBack([3], Stop);
            await new OpenCases(TimeProvider.System).Close(db, ["ref0", "ref4"], Stop);
            await db.Cases.Where(one => one.Id == 9).ExecuteUpdateAsync(row => row.SetProperty(one => one.CommuneCode, "06199"), Stop);
            await db.Cases.Where(one => one.Id == 8).ExecuteDeleteAsync(Stop);
            await all.CommitAsync(Stop);
            return true;
        });

        Assert.Equal(9, opened.Sum(one => one.Count));
        Assert.Equal(await InCases(given), await Counted(given));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Officers_who_propose_at_the_same_time_do_not_wait_for_a_counter(string kind)
    {
        // SQLite has one writer at a time anyhow.
        if (string.Equals(kind, "sqlite", StringComparison.Ordinal)) return;
        await using var given = await GivenLists.Start(kind);
        _ = await GivenCases.Come(given, [.. Enumerable.Range(1, 6).Select(GivenCases.YearOnly)]);

        await given.InDb(async one =>
        {
            await using var first = await one.Database.BeginTransactionAsync(Stop);
            await one.Propose([1, 2], Stop);
            // The other one is done while this is not.
            await given.InDb(async other =>
            {
                await other.Propose([3], Stop);
                return true;
            });
            await one.Propose([4], Stop);
            await first.CommitAsync(Stop);
            return true;
        });
        await given.InDb(async db =>
        {
            await db.TakeBack([1], Stop);
            return true;
        });

        Assert.Equal(await InCases(given), await Counted(given));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Groups_are_the_same_by_kept_counts_as_counted(string kind)
    {
        await using var given = await GivenLists.Start(kind);
        var right = GivenPeople.Right(GivenPeople.Person(7));
        _ = await GivenCases.Come(given, [.. Enumerable.Range(1, 5).Select(GivenCases.YearOnly), right with { Sex = "" }]);

        var kept = await given.InDb(db => db.GroupsOf([.. db.Cases.Select(one => one.CommuneCode).Distinct()], Stop));
        var counted = await given.InDb(db => ReasonGroups.GroupsAmong(db.Cases, Stop));

        Assert.Equal([5, 1], kept.Select(group => group.Count));
        Assert.Equal(counted, kept);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_name_or_a_hamlet_is_looked_for_once_and_grouped(string kind)
    {
        await using var given = await GivenLists.Start(kind);
        var right = GivenPeople.Right(GivenPeople.Person(7));
        var first = await GivenCases.Come(given, [.. Enumerable.Range(1, 5).Select(GivenCases.YearOnly), right with { Sex = "" }]);
        var named = await given.InDb(db => db.Cases.OrderBy(one => one.Id).FirstAsync(Stop));

        var asked = await given.InDb(async db =>
        {
            var of = await AskedCases.Of(db, first with { Q = named.FullName }, [named.CommuneCode], Stop);
            return (of.Groups, of.Count, Found: await of.Open.Select(one => one.Id).ToListAsync(Stop));
        });
        var elsewhere = await given.InDb(db => AskedCases.Of(db, new CaseFilter { Q = named.FullName }, ["00001"], Stop));

        Assert.Contains(named.Id, asked.Found);
        Assert.Equal(asked.Found.Count, asked.Count);
        Assert.Equal(asked.Count, asked.Groups.Single(group => group.Reason.Equals(first.Reason, StringComparison.Ordinal)).Count);
        Assert.Empty(elsewhere.Groups);
        Assert.Equal(0, elsewhere.Count);
    }

    private static Task<List<(string, CaseState, string, long Count)>> Counted(GivenLists given) => given.InDb(async db =>
        Sorted(await db.Set<CaseCount>().ToListAsync(Stop)));

    private static Task<List<(string, CaseState, string, long Count)>> InCases(GivenLists given) => given.InDb(async db =>
        Sorted(await db.Cases.GroupBy(one => new { one.CommuneCode, one.State, one.ReasonKey })
            .Select(all => new CaseCount { CommuneCode = all.Key.CommuneCode, State = all.Key.State, ReasonKey = all.Key.ReasonKey, Count = all.LongCount() }).ToListAsync(Stop)));

    private static List<(string, CaseState, string, long Count)> Sorted(IEnumerable<CaseCount> counts) =>
        [.. counts.Select(one => (one.CommuneCode, one.State, one.ReasonKey, one.Count)).Order()];
}
