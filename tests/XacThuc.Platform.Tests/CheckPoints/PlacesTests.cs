using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed class PlacesTests
{
    public static TheoryData<AccountRole, bool, bool, bool> Rights => new()
    {
        { AccountRole.DistrictHealthCentre, false, true, true },
        { AccountRole.HealthStation, true, true, false },
        { AccountRole.VaccinationFacility, true, true, false },
        { AccountRole.DistrictOperator, true, true, false },
        { AccountRole.CommuneCommittee, true, true, false },
        { AccountRole.DistrictOffice, false, true, false },
        { AccountRole.Agency, true, true, false },
        { AccountRole.CommunePolice, false, false, false },
        { AccountRole.DistrictPolice, false, false, false },
        { AccountRole.RegisterOperator, false, false, false },
    };

    [Theory]
    [MemberData(nameof(Rights))]
    public void Each_role_may_what_the_table_says_and_no_role_is_left_out(AccountRole role, bool run, bool look, bool trace)
    {
        Assert.Equal(Enum.GetValues<AccountRole>().Length, Rights.Count);
        Assert.Equal((run, look, trace), (CheckPointsAccess.MayRun(role), CheckPointsAccess.MayLook(role), CheckPointsAccess.MayTrace(role)));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_unit_sees_its_own_places_the_operator_those_of_the_district_and_nobody_names_but_the_owner(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var place = await given.Register();
        using var phone = await given.Device(place);
        await GivenPlace.Send(phone, given.Scan());
        using var other = given.House.Caller(GivenPlace.OtherSchool, AccountRole.Agency);
        using var keeper = given.House.Caller(GivenPlace.Operator, AccountRole.DistrictOperator);
        using var centre = given.House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre);
        using var station = given.House.Caller();
        var address = $"/check-points/{place.Id}";

        var (own, operators, centres) = (await given.Me.GetStringAsync(address, GivenHouse.Stop), await keeper.GetStringAsync(address, GivenHouse.Stop), await centre.GetStringAsync(address, GivenHouse.Stop));
        HttpStatusCode[] hidden = [(await other.GetAsync(address, GivenHouse.Stop)).StatusCode, (await station.GetAsync(address, GivenHouse.Stop)).StatusCode];

        Assert.Equal((true, false, false), (own.Contains("N*** V*** A", StringComparison.Ordinal), operators.Contains("N***", StringComparison.Ordinal), centres.Contains("N***", StringComparison.Ordinal)));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], hidden);
        Assert.Contains("Today: 1 scans, 1 in, 0 out", await centre.GetStringAsync("/check-points", GivenHouse.Stop), StringComparison.Ordinal);
        Assert.DoesNotContain(place.Name, await other.GetStringAsync("/check-points", GivenHouse.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_the_form_keeps_what_was_typed()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var page = await given.Me.GetStringAsync("/check-points/write", GivenHouse.Stop);

        using var answer = await given.Me.Submit("/check-points/write", page, [.. GivenPlace.Form("Chợ Đồng Đăng").Where(field => field.Name != "Phone"), ("Phone", "12")]);
        var said = await answer.Content.ReadAsStringAsync(GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Chợ Đồng Đăng", said, StringComparison.Ordinal);
        Assert.Contains("mobile phone", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_changed_closed_and_opened_by_who_keeps_it_and_each_is_an_act()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();
        var (write, address) = ($"/check-points/write/{place.Id}", $"/check-points/{place.Id}");
        using var centre = given.House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre);

        using var changed = await given.Me.Submit(write, await given.Me.GetStringAsync(write, GivenHouse.Stop), GivenPlace.Form("Cổng sau"));
        using var closed = await given.Me.Submit($"{address}?handler=close", await given.Me.GetStringAsync(address, GivenHouse.Stop));
        using var again = await given.Me.Submit($"{address}?handler=close", await given.Me.GetStringAsync(address, GivenHouse.Stop));
        using var opened = await given.Me.Submit($"{address}?handler=open", await given.Me.GetStringAsync(address, GivenHouse.Stop));
        using var theirs = await centre.Submit($"{address}?handler=close", await centre.GetStringAsync("/check-points/trace", GivenHouse.Stop));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.NotFound],
            [changed.StatusCode, closed.StatusCode, again.StatusCode, opened.StatusCode, theirs.StatusCode]);
        Assert.Equal("Cổng sau", await given.House.InDb(db => db.Set<CheckPoint>().Select(one => one.Name).SingleAsync()));
        var subject = $"place:{place.Code}";
        Assert.Equal(["place.register", "place.change", "place.close", "place.open"], await given.House.InDb(db => db.Audit.Where(entry => entry.Subject == subject).OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Its_code_is_printed_on_a_page()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();

        var page = await given.Me.GetStringAsync($"/check-points/{place.Id}/poster", GivenHouse.Stop);
        var pdf = await given.Me.GetByteArrayAsync(new Uri($"/check-points/{place.Id}/poster?handler=pdf", UriKind.Relative), GivenHouse.Stop);

        Assert.Contains(place.Code, page, StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
    }

    [Fact]
    public async Task A_device_that_has_not_been_heard_of_for_long_is_marked()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var place = await given.Register();
        using var phone = await given.Device(place);

        var before = await given.Me.GetStringAsync($"/check-points/{place.Id}", GivenHouse.Stop);
        given.Clock.Set(1, 9);
        var after = await given.Me.GetStringAsync($"/check-points/{place.Id}", GivenHouse.Stop);
        await GivenPlace.Send(phone, given.Scan());
        var heard = await given.Me.GetStringAsync($"/check-points/{place.Id}", GivenHouse.Stop);

        Assert.Equal((false, true, false), (IsSilent(before), IsSilent(after), IsSilent(heard)));

        static bool IsSilent(string page) => page.Contains("silent for long", StringComparison.Ordinal);
    }
}
