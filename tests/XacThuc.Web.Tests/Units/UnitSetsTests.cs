using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Hosting;
using XacThuc.Web.Units;
using Xunit;
using static XacThuc.Web.Tests.Units.GivenPlaces;

namespace XacThuc.Web.Tests.Units;

public sealed class UnitSetsTests
{
    private static readonly DateOnly In2021 = Day("2021-11-05");

    [Theory]
    [InlineData(HouseKind.Platform, "TYT-06226", "Trạm Y tế xã Hợp Thành", "/20/183/06226/")]
    [InlineData(HouseKind.Platform, "UBND-06187", "UBND thị trấn Cao Lộc", "/20/183/06187/")]
    [InlineData(HouseKind.Platform, "TTYT-183", "Trung tâm Y tế huyện Cao Lộc", "/20/183/")]
    [InlineData(HouseKind.Platform, "VHTT-183", "Phòng Văn hóa và Thông tin huyện Cao Lộc", "/20/183/")]
    [InlineData(HouseKind.Platform, "VP-183", "Văn phòng HĐND và UBND huyện Cao Lộc", "/20/183/")]
    [InlineData(HouseKind.Platform, "CSTC-183", "Cơ sở tiêm chủng huyện Cao Lộc", "/20/183/")]
    [InlineData(HouseKind.Register, "CAX-06184", "Công an thị trấn Đồng Đăng", "/20/183/06184/")]
    [InlineData(HouseKind.Register, "CAH-183", "Công an huyện Cao Lộc", "/20/183/")]
    public async Task A_house_gets_the_units_of_its_side(HouseKind house, string code, string name, string path)
    {
        await using var given = await Until2025();
        await using var db = given.Open();

        var units = Done(await UnitSets.CreateForDistrict(db, "183", In2021, house, Operator, At, Stop));

        var unit = Assert.Single(units, unit => string.Equals(unit.Code, code, StringComparison.Ordinal));
        Assert.Equal((name, path), (unit.Name, unit.Path));
        Assert.Equal(house == HouseKind.Platform ? 48 : 23, await db.Units.CountAsync(Stop));
    }

    [Fact]
    public async Task Units_that_are_there_stay_as_they_are()
    {
        await using var given = await Until2025();
        await using var db = given.Open();
        var first = Done(await UnitSets.CreateForDistrict(db, "183", In2021, HouseKind.Register, Operator, At, Stop));

        var again = Done(await UnitSets.CreateForDistrict(db, "183", In2021, HouseKind.Register, Operator, At, Stop));

        Assert.Equal(first.Select(unit => unit.Id), again.Select(unit => unit.Id));
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Kind == UnitSets.ActKind, Stop));
    }

    [Fact]
    public async Task A_district_that_had_ended_on_the_day_is_refused()
    {
        await using var given = await Today();
        await using var db = given.Open();

        var result = await UnitSets.CreateForDistrict(db, "183", Day("2025-07-01"), HouseKind.Platform, Operator, At, Stop);

        Assert.False(result.TryGet(out _, out var refusal));
        Assert.Equal("There was a district 183 until 30/06/2025 only. Name that day or an earlier one.", refusal.Sentence.En);
        Assert.Empty(await db.Units.ToListAsync(Stop));
    }
}
