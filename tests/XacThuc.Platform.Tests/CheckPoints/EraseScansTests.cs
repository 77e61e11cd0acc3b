using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.CheckPoints.Erase;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Audit;
using XacThuc.Web.Data.Bulk;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed class EraseScansTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_has_reached_the_limit_is_erased_and_nothing_younger(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        var now = given.Clock.GetUtcNow();
        await Keep(given, place, [now.AddDays(-21).AddMinutes(1), now.AddDays(-21).AddMilliseconds(-5), now.AddDays(-40), now]);

        var erased = await Erase(given);
        var left = await given.House.InDb(db => db.Set<Scan>().OrderBy(scan => scan.At).Select(scan => scan.At).ToListAsync());

        Assert.Equal((2, 2), (erased, left.Count));
        Assert.All(left, at => Assert.True(at > now.AddDays(-21)));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Each_part_leaves_its_proof_in_the_chain_and_the_page_says_whether_they_agree(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        var old = given.Clock.GetUtcNow().AddDays(-30);
        await Keep(given, place, [.. Enumerable.Range(0, EraseScans.Part + 7).Select(i => old.AddSeconds(i))]);

        await Erase(given);
        await given.House.InDb(db => AuditChain.Seal(db, GivenHouse.Stop));
        var erasures = await given.House.InDb(db => db.Set<Erasure>().AsNoTracking().OrderBy(one => one.Id).ToListAsync());
        var page = await given.Me.GetStringAsync("/check-points/erased", GivenHouse.Stop);
        await given.House.InDb(db => db.Set<Erasure>().ExecuteUpdateAsync(row => row.SetProperty(one => one.Scans, 1)));
        var changed = await given.Me.GetStringAsync("/check-points/erased", GivenHouse.Stop);

        Assert.Equal([EraseScans.Part, 7L], erasures.ConvertAll(one => one.Scans));
        Assert.Equal(64, erasures[0].Digest.Length);
        Assert.Contains($"{place.Code} {old.AddHours(7):yyyy-MM-dd}", erasures[0].Counts, StringComparison.Ordinal);
        Assert.Contains("agrees", page, StringComparison.Ordinal);
        Assert.DoesNotContain("does not agree", page, StringComparison.Ordinal);
        Assert.Contains("does not agree", changed, StringComparison.Ordinal);
        Assert.Equal(0, (await given.House.InDb(db => AuditChain.Verify(db, GivenHouse.Stop))).Broken);
    }

    [Fact]
    public async Task Counts_stay_and_name_nobody()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();
        using var phone = await given.Device(place);
        await GivenPlace.Send(phone, given.Scan());
        given.Clock.Set(22, 9);

        await Erase(given);

        Assert.Equal((0, 1L), await given.House.InDb(async db => (await db.Set<Scan>().CountAsync(), await db.Set<HourCount>().SumAsync(hour => hour.In))));
    }

    [Fact]
    public async Task A_query_that_waits_holds_nothing_longer()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();
        using var phone = await given.Device(place);
        await GivenPlace.Send(phone, given.Scan());
        using var centre = given.House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre, "centre.one");
        using var asked = await centre.Submit("/check-points/trace", await centre.GetStringAsync("/check-points/trace", GivenHouse.Stop), TraceTests.Form(given, place));
        given.Clock.Set(21, 9, 1);

        Assert.Equal((HttpStatusCode.OK, 1), (asked.StatusCode, await Erase(given)));
    }

    private static Task<long> Erase(GivenPlace given) => given.House.InScope(services => services.GetRequiredService<EraseScans>().Run(GivenHouse.Stop));

    private static Task Keep(GivenPlace given, CheckPoint place, IReadOnlyList<DateTimeOffset> at) => given.House.InDb(async db =>
    {
        await using var all = await db.Database.BeginTransactionAsync();
        await Platform.CheckPoints.CheckPointsTables.NewScans.Insert(
            db.RawWay(), [.. at.Select(one => new Scan { Id = Guid.NewGuid(), PlaceId = place.Id, At = one, ReceivedAt = one, Way = ScanWay.In, Kind = ScanKind.Hcert, Verdict = ScanVerdict.Genuine })], GivenHouse.Stop);
        await all.CommitAsync();
    });
}
