using XacThuc.Web.Units;
using Xunit;
using static XacThuc.Web.Tests.Units.GivenPlaces;

namespace XacThuc.Web.Tests.Units;

public sealed class PlaceBookTests
{
    private static readonly DateOnly LastOld = Day("2025-06-30");
    private static readonly DateOnly FirstNew = Day("2025-07-01");

    [Theory]
    [InlineData("06184", "2021-11-05", "Thị trấn Đồng Đăng", "/20/183/06184/")]
    [InlineData("06184", "2025-06-30", "Thị trấn Đồng Đăng", "/20/183/06184/")]
    [InlineData("06184", "2025-07-01", "Xã Đồng Đăng", "/20/06184/")]
    [InlineData("06187", "2025-06-30", "Thị trấn Cao Lộc", "/20/183/06187/")]
    [InlineData("06187", "2025-07-01", "Phường Kỳ Lừa", "/20/06187/")]
    [InlineData("06226", "2025-06-30", "Xã Hợp Thành", "/20/183/06226/")]
    public async Task A_record_keeps_the_place_that_its_code_meant_on_its_date(string code, string date, string name, string path)
    {
        await using var given = await Today();

        var place = (await given.Book()).PlaceAsOf(code, Day(date))!;

        Assert.Equal((name, path), (place.Name, place.Path));
    }

    [Theory]
    [InlineData("06226", "2025-07-01")]
    [InlineData("06226", "2004-07-07")]
    [InlineData("99999", "2021-11-05")]
    public async Task A_code_that_meant_nothing_on_a_date_has_no_place(string code, string date)
    {
        await using var given = await Today();

        Assert.Null((await given.Book()).PlaceAsOf(code, Day(date)));
    }

    [Theory]
    [InlineData("06226", "2021-11-05", "Phường Kỳ Lừa")]
    [InlineData("06226", "2026-01-15", "Phường Kỳ Lừa")] // Written by habit after the commune had ended.
    [InlineData("06184", "2021-11-05", "Xã Đồng Đăng")]
    [InlineData("06184", "2025-07-01", "Xã Đồng Đăng")]
    [InlineData("06250", "2021-11-05", "Xã Tân Đoàn")]
    [InlineData("10", "2021-11-05", "Tỉnh Lào Cai")] // Its code went out of use,
    [InlineData("15", "2021-11-05", "Tỉnh Lào Cai")] // and that of Yên Bái is now Lào Cai's.
    [InlineData("46", "2021-11-05", "Thành phố Huế")]
    [InlineData("70", "2021-11-05", "Thành phố Đồng Nai")] // Through the province that became a city a year later.
    public async Task Where_a_place_is_today_is_found_through_its_successors(string code, string asOf, string name)
    {
        await using var given = await Today();

        Assert.Equal(name, (await given.Book()).Now(code, Day(asOf), Day("2026-11-25"))!.Name);
    }

    [Fact]
    public async Task A_district_is_nowhere_after_districts_ended()
    {
        await using var given = await Today();
        var book = await given.Book();

        Assert.Equal("Huyện Cao Lộc", book.Now("183", Day("2021-11-05"), LastOld)!.Name);
        Assert.Null(book.Now("183", Day("2021-11-05"), FirstNew));
    }

    [Fact]
    public async Task There_were_63_provinces_until_June_2025_and_34_from_July()
    {
        await using var given = await Today();
        var book = await given.Book();

        int[] counts = [.. new[] { LastOld, FirstNew, Day("2026-11-25") }.Select(day => book.Children(null, day).Count())];

        Assert.Equal([63, 34, 34], counts);
    }

    [Fact]
    public async Task A_district_had_communes_and_a_province_has_them_now()
    {
        await using var given = await Today();
        var book = await given.Book();

        Assert.Equal(22, book.Children("183", LastOld).Count());
        Assert.Empty(book.Children("183", FirstNew));
        Assert.All(book.Children("20", LastOld), place => Assert.Equal(PlaceLevel.District, place.Level));
        Assert.Equal(
            ["05977", "06184", "06187", "06196", "06211", "06220", "06286", "06316"],
            book.Children("20", FirstNew).Select(place => place.Code), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_commune_of_the_sample_district_is_somewhere_today()
    {
        await using var given = await Today();
        var book = await given.Book();

        var today = book.Children("183", LastOld).Select(old => book.Now(old.Code, LastOld, Day("2026-11-25")));

        Assert.All(today, place => Assert.Equal(("20", PlaceLevel.Commune), (place!.ParentCode, place.Level)));
    }

    [Fact]
    public async Task A_name_is_told_with_the_units_above_it()
    {
        await using var given = await Today();
        var book = await given.Book();

        Assert.Equal("Xã Hợp Thành, Huyện Cao Lộc, Tỉnh Lạng Sơn", book.NameOf("06226", LastOld));
        Assert.Equal("Phường Kỳ Lừa, Tỉnh Lạng Sơn", book.NameOf("06187", FirstNew));
        Assert.Equal("99999", book.NameOf("99999", FirstNew));
    }

    [Fact]
    public async Task A_book_stays_in_memory_until_places_change()
    {
        await using var given = await Until2025();
        var before = await given.Book();
        var again = await given.Book();

        await given.LoadShipped(1);
        var after = await given.Book();

        Assert.Same(before, again);
        Assert.NotNull(before.Find("183", FirstNew));
        Assert.Null(after.Find("183", FirstNew));
    }
}
