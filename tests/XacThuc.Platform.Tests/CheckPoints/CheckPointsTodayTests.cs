using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.CheckPoints.Trace;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed class CheckPointsTodayTests
{
    private const string Missed = "not heard of for more than a day";
    private const string SwitchOff = "devices to be switched off";
    private const string Refused = "many more than usual are refused";
    private const string Second = "wait for a second person";

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_silent_device_is_missed_where_people_pass_and_switched_off_after_a_week(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var (busy, quiet) = (await given.Register("Cổng chính"), await given.Register("Cổng sau"));
        using var silent = await given.Device(busy);
        using var other = await given.Device(busy);
        using var holiday = await given.Device(quiet);

        var first = await Today(given.Me);
        given.Clock.Set(2, 9);
        await GivenPlace.Send(other, given.Scan());
        var second = await Today(given.Me);
        given.Clock.Set(8, 9);
        await GivenPlace.Send(other, given.Scan());
        var later = await Today(given.Me);
        await given.House.InDb(db => db.Set<CheckDevice>().ExecuteUpdateAsync(row => row.SetProperty(device => device.OffAt, given.Clock.GetUtcNow())));

        Assert.Equal((0, 0), (Count(first, Missed), Count(first, SwitchOff)));
        Assert.Equal((1, 0), (Count(second, Missed), Count(second, SwitchOff)));
        Assert.Contains($"/check-points/{busy.Id}/devices", second, StringComparison.Ordinal);
        Assert.Equal((0, 2), (Count(later, Missed), Count(later, SwitchOff)));
        Assert.Equal(0, Count(await Today(given.Me), SwitchOff));
    }

    [Fact]
    public async Task A_device_that_is_on_at_a_place_closed_for_a_day_is_to_be_switched_off()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();
        using var phone = await given.Device(place);
        var address = $"/check-points/{place.Id}";

        using var closed = await given.Me.Submit($"{address}?handler=close", await given.Me.GetStringAsync(address, GivenHouse.Stop));
        var (before, after) = (await Today(given.Me), "");
        given.Clock.Set(2, 9);
        await GivenPlace.Send(phone, given.Scan());
        after = await Today(given.Me);

        Assert.Equal((0, 1), (Count(before, SwitchOff), Count(after, SwitchOff)));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_place_where_many_more_than_usual_are_refused_is_told_to_who_keeps_it(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var (place, usual) = (await given.Register("Cổng chính"), await given.Register("Chợ"));
        var today = Shown.Day(given.Clock.GetUtcNow());
        await given.House.InDb(async db =>
        {
            db.AddRange(Hour(place.Id, today.AddDays(-1), 90, 5), Hour(usual.Id, today.AddDays(-1), 60, 40), Hour(place.Id, today, 30, 10), Hour(usual.Id, today, 30, 20));
            await db.SaveChangesAsync();
        });
        using var keeper = given.House.Caller(GivenPlace.Operator, AccountRole.DistrictOperator);
        using var other = given.House.Caller(GivenPlace.OtherSchool, AccountRole.Agency);
        using var centre = given.House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre);

        var own = await Today(given.Me);

        Assert.Equal((1, 1, 0, 0), (Count(own, Refused), Count(await Today(keeper), Refused), Count(await Today(other), Refused), Count(await Today(centre), Refused)));
        Assert.Contains($"href=\"/check-points/{place.Id}\"", own, StringComparison.Ordinal);
        Assert.Contains("up to 25%", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_waits_for_the_second_person_and_not_for_who_asked()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        using var one = given.House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre, "one");
        using var two = given.House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre, "two");
        await given.House.InDb(async db =>
        {
            var now = given.Clock.GetUtcNow();
            var unit = await db.Units.SingleAsync(unit => unit.Code == GivenHouse.District);
            db.Add(new TraceQuery
            {
                Code = "TV-1",
                UnitId = unit.Id,
                Path = unit.Path,
                Kind = TraceKind.Person,
                Ref = Guid.NewGuid(),
                From = now,
                Until = now,
                Minutes = 15,
                CaseNumber = "CB-01",
                Reason = "Ca bệnh tại trường",
                AskedBy = "one",
                AskedAt = now,
            });
            await db.SaveChangesAsync();
        });

        Assert.Equal((0, 1, 0), (Count(await Today(one), Second), Count(await Today(two), Second), Count(await Today(given.Me), Second)));
    }

    private static HourCount Hour(long place, DateOnly day, long genuine, long refused) => new()
    {
        PlaceId = place,
        Day = day,
        Hour = 8,
        In = genuine + refused,
        Out = 0,
        Looks = 0,
        Genuine = genuine,
        RuleNotMet = refused,
        CannotKnow = 0,
        NotGenuine = 0,
        NoCertificate = 0,
    };

    private static async Task<string> Today(HttpClient caller) => WebUtility.HtmlDecode(await caller.GetStringAsync("/", GivenHouse.Stop));

    // The number that stands before the words of its line.
    private static int Count(string page, string words)
    {
        var at = page.IndexOf(words, StringComparison.Ordinal);
        if (at < 0) return 0;
        const string mark = "<span class=\"count\">";
        var start = page.LastIndexOf(mark, at, StringComparison.Ordinal) + mark.Length;
        return int.Parse(page[start..page.IndexOf('<', start)], System.Globalization.CultureInfo.InvariantCulture);
    }
}
