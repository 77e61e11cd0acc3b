using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Units;
using XacThuc.Web.Units.Moving;
using Xunit;
using static XacThuc.Web.Tests.Units.GivenPlaces;

namespace XacThuc.Web.Tests.Units.Moving;

public sealed class MoveUnitsTests
{
    private static readonly DateOnly FirstNew = Day("2025-07-01");

    [Fact]
    public async Task Loading_places_moves_no_unit()
    {
        await using var given = await WithUnits();

        await given.LoadShipped(1);

        await using var db = given.Open();
        Assert.Equal("/20/183/06226/", (await db.Units.SingleAsync(unit => unit.Code == "TYT-06226", Stop)).Path);
    }

    [Fact]
    public async Task No_unit_moves_while_its_place_stands()
    {
        await using var given = await WithUnits();
        await given.LoadShipped(1);
        await using var db = given.Open();

        Assert.Empty(await new MoveUnits(db, given.Shelf).Find(Day("2025-06-30"), Stop));
    }

    [Theory]
    [InlineData("TYT-06226", "06187", "/20/06187/")] // merged into a ward
    [InlineData("UBND-06187", "06187", "/20/06187/")] // the code stays, the path is a new one
    [InlineData("TYT-06250", "06316", "/20/06316/")] // merged into a commune of another old district
    public async Task A_unit_of_a_merged_commune_gets_the_new_place(string unitCode, string place, string path)
    {
        await using var given = await WithUnits();
        await given.LoadShipped(1);
        await using var db = given.Open();

        var moved = Done(await new MoveUnits(db, given.Shelf).All(FirstNew, Operator, At, Stop));

        Assert.Equal(44, moved.Count);
        var unit = await db.Units.AsNoTracking().SingleAsync(unit => unit.Code == unitCode, Stop);
        Assert.Equal((place, path), (unit.PlaceCode, unit.Path));
        var act = await db.Audit.SingleAsync(entry => entry.Subject == $"unit:{unitCode}", Stop);
        Assert.Equal((MoveUnits.ActKind, "operator"), (act.Kind, act.Who));
        Assert.EndsWith($" -> {path}", act.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_go_along_with_their_unit_and_sign_in_again()
    {
        await using var given = await WithUnits();
        await given.LoadShipped(1);
        await using var db = given.Open();
        var (moving, staying) = (await AddAccount(db, "TYT-06226"), await AddAccount(db, "VHTT-183"));

        _ = Done(await new MoveUnits(db, given.Shelf).All(FirstNew, Operator, At, Stop));

        await using var fresh = given.Open();
        var moved = await fresh.Users.Include(account => account.Unit).SingleAsync(account => account.Id == moving, Stop);
        Assert.Equal(("/20/06187/", AccountRole.HealthStation), (moved.Unit!.Path, moved.Role));
        Assert.NotEqual("before", moved.SecurityStamp, StringComparer.Ordinal);
        Assert.Equal("before", (await fresh.Users.SingleAsync(account => account.Id == staying, Stop)).SecurityStamp);
    }

    [Fact]
    public async Task Units_of_a_district_stay_until_somebody_says_where_they_belong()
    {
        await using var given = await WithUnits();
        await given.LoadShipped(1);
        await using var db = given.Open();
        var units = new MoveUnits(db, given.Shelf);
        _ = Done(await units.All(FirstNew, Operator, At, Stop));

        var left = await units.Find(FirstNew, Stop);
        var again = await units.All(FirstNew, Operator, At, Stop);
        var act = Loading with { Reason = "decision 12" };
        var one = Done(await units.One("TTYT-183", "06187", FirstNew, act, Stop));

        Assert.Equal(["CSTC-183", "TTYT-183", "VHTT-183", "VP-183"], left.Select(move => move.Code), StringComparer.Ordinal);
        Assert.All(left, move => Assert.Null(move.To));
        Assert.Equal("units.none_to_move", again.Refusal!.Code);
        Assert.Equal("/20/06187/", one.To!.Path);
        Assert.Equal(
            "/20/183/ -> /20/06187/: decision 12",
            (await db.Audit.SingleAsync(entry => entry.Subject == "unit:TTYT-183", Stop)).Reason);
    }

    [Theory]
    [InlineData("TYT-99999", "06187", "unit.not_there")]
    [InlineData("TTYT-183", "183", "place.not_there")]
    public async Task A_unit_moves_only_to_a_place_that_stands(string unitCode, string place, string refused)
    {
        await using var given = await WithUnits();
        await given.LoadShipped(1);
        await using var db = given.Open();

        var result = await new MoveUnits(db, given.Shelf).One(unitCode, place, FirstNew, Loading, Stop);

        Assert.Equal(refused, result.Refusal!.Code);
    }

    private static async Task<GivenPlaces> WithUnits()
    {
        var given = await Until2025();
        await using var db = given.Open();
        _ = Done(await UnitSets.CreateForDistrict(db, "183", Day("2021-11-05"), HouseKind.Platform, Operator, At, Stop));
        return given;
    }

    private static async Task<long> AddAccount(PlainDb db, string unitCode)
    {
        var unit = await db.Units.SingleAsync(unit => unit.Code == unitCode, Stop);
        var account = new Account
        {
            UserName = unitCode,
            FullName = "colleague",
            UnitId = unit.Id,
            Role = unit.Kind == UnitKind.HealthStation ? AccountRole.HealthStation : AccountRole.DistrictOperator,
            SecurityStamp = "before",
        };
        db.Users.Add(account);
        await db.Save(Loading with { Kind = "account.create" }, Stop);
        return account.Id;
    }
}
