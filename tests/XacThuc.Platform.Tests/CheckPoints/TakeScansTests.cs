using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed class TakeScansTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_place_is_registered_a_device_enrolled_and_a_scan_seen_on_the_places_page(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        using var phone = await given.Device(place);

        var (status, said) = await GivenPlace.Send(phone, given.Scan(), given.Scan(way: "out"), given.Scan(verdict: "rule-not-met", reasons: "over"));
        var page = await given.Me.GetStringAsync($"/check-points/{place.Id}", GivenHouse.Stop);

        Assert.Equal((HttpStatusCode.OK, 3), (status, said.GetProperty("kept").GetArrayLength()));
        Assert.Contains("Today: 3 scans, 2 in, 1 out.", page, StringComparison.Ordinal);
        Assert.Contains("N*** V*** A", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NGUYEN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("162979388586171100", page, StringComparison.Ordinal);
        Assert.Contains("over", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_is_sent_again_is_kept_and_counted_once(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        using var phone = await given.Device(place);
        var scan = given.Scan();

        await GivenPlace.Send(phone, scan);
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GivenPlace.Send(phone, scan, scan)));

        Assert.All(again, one => Assert.Equal(HttpStatusCode.OK, one.Status));
        Assert.Equal(1, await given.House.InDb(db => db.Set<Scan>().CountAsync()));
        Assert.Equal(1, await given.House.InDb(db => db.Set<HourCount>().SumAsync(hour => hour.In)));
    }
}
