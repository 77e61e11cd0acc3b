using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Units;
using Xunit;
using static XacThuc.Web.Tests.Units.GivenPlaces;

namespace XacThuc.Web.Tests.Units;

public sealed class PlaceSetsTests
{
    [Fact]
    public async Task The_same_set_again_changes_nothing_and_is_no_act()
    {
        await using var given = await Today();

        var again = new[] { await given.LoadShipped(1), await given.LoadShipped(0), await given.LoadShipped(1) };

        Assert.All(again, loaded => Assert.Equal((0, 0), (loaded.Added, loaded.Changed)));
        await using var db = given.Open();
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Kind == PlaceSets.ActKind, Stop));
    }

    [Fact]
    public async Task Both_shipped_sets_load_in_one_go()
    {
        await using var given = await Empty();
        await using var db = given.Open();

        var loaded = Done(await PlaceSets.LoadShipped(db, Actor.House, TimeProvider.System, Stop));

        Assert.Equal(await db.Places.CountAsync(Stop), loaded.Added);
        Assert.Equal(["places:places-until-2025-06-30.csv", "places:places-from-2025-07-01.csv"],
            await db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Subject).ToListAsync(Stop));
    }

    [Fact]
    public async Task The_second_set_before_the_first_is_refused_whole()
    {
        await using var given = await Empty();
        await using var db = given.Open();
        await using var csv = PlaceSets.Open(PlaceSets.Shipped[1]);

        var result = await PlaceSets.Load(db, csv, Loading, Stop);

        Assert.False(result.TryGet(out _, out var refusal));
        Assert.Contains("Load the earlier set first.", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Empty(await db.Places.ToListAsync(Stop));
        Assert.Empty(db.ChangeTracker.Entries());
    }

    [Fact]
    public async Task A_newer_unit_of_the_same_code_ends_the_older()
    {
        await using var given = await Until2025();

        var loaded = Done(await given.Load("06226,commune,Phường Hợp Thành,183,2024-03-01,,\n"));

        var book = await given.Book();
        var old = book.Find("06226", Day("2024-02-29"))!;
        Assert.Equal((1, 1), (loaded.Added, loaded.Changed));
        Assert.Equal((Day("2024-02-29"), "06226"), (old.ValidTo, old.SuccessorCode));
        Assert.Equal("Phường Hợp Thành", book.Find("06226", Day("2024-03-01"))!.Name);
    }

    [Fact]
    public async Task A_name_is_put_right_and_a_hamlet_stands_below_its_commune()
    {
        await using var given = await Until2025();

        var loaded = Done(await given.Load(
            "0622601,hamlet,Thôn Một,06226,2021-01-01,,\n06226,commune,\"Xã Hợp Thành, đã sửa\",183,2004-07-08,,\n"));

        var book = await given.Book();
        Assert.Equal((1, 1), (loaded.Added, loaded.Changed));
        Assert.Equal("/20/183/06226/0622601/", book.Find("0622601", Day("2021-11-05"))!.Path);
        Assert.Equal("Xã Hợp Thành, đã sửa", book.Find("06226", Day("2021-11-05"))!.Name);
    }

    [Fact]
    public async Task A_row_may_name_its_parent_before_the_parents_own_row_and_columns_in_any_order()
    {
        await using var given = await Empty();

        var loaded = Done(await given.Load(
            "# comment\n2021-01-01,001,district,Quận Một,01,,\n2021-01-01,01,province,Thành phố Một,,,\n",
            "\uFEFFvalid_from,code,level,name,parent,valid_to,successor\n"));

        Assert.Equal(2, loaded.Added);
        Assert.Equal("/01/001/", (await given.Book()).Find("001", Day("2021-01-01"))!.Path);
    }

    [Theory]
    [InlineData("6226,commune,Xã,183,2021-01-01,,", "a code is of digits")]
    [InlineData("06999,village,Xã,183,2021-01-01,,", "the level must be")]
    [InlineData("06999,commune,Xã,183,01/07/2025,,", "a day is written as")]
    [InlineData("06999,commune,,183,2021-01-01,,", "the name is missing")]
    [InlineData("06999,commune,Xã,183,,,", "the first day (valid_from) is missing")]
    [InlineData("06999,commune,Xã,183,2021-01-01,2020-01-01,", "the last day is before the first")]
    [InlineData("06999,commune,Xã,999,2021-01-01,,", "there was no unit above with the code 999")]
    [InlineData("06999,commune,Xã,06226,2021-01-01,,", "there was no unit above with the code 06226")]
    [InlineData("06999,commune,Xã,183,1990-01-01,,", "on 01/01/1990 there was no unit above")]
    [InlineData("06226,commune,Xã,178,2004-07-08,,", "already there below another one")]
    [InlineData("06226,commune,,,,2024-12-31,06999", "there is no successor 06999")]
    [InlineData("06226,commune,,,,2024-12-31,183", "there is no successor 183")]
    [InlineData("06999,commune,,,,2024-12-31,", "there was no unit 06999 on 31/12/2024")]
    [InlineData("46,province,Tỉnh,,2024-06-01,,", "overlaps the unit of the same code")]
    public async Task A_wrong_row_is_told_with_its_line_and_nothing_is_loaded(string row, string sentence)
    {
        await using var given = await Until2025();
        var before = (await given.Book()).Edition;

        var result = await given.Load($"06998,commune,Xã Mới,183,2021-01-01,,\n{row}\n");

        Assert.False(result.TryGet(out _, out var refusal));
        Assert.Contains("Line 3: ", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Contains(sentence, refusal.Sentence.En, StringComparison.Ordinal);
        Assert.StartsWith("Chưa nạp gì, vì:\nDòng 3: ", refusal.Sentence.Vi, StringComparison.Ordinal);
        Assert.Equal(before, (await given.Book()).Edition);
        Assert.Null((await given.Book()).Find("06998", Day("2021-11-05")));
    }

    [Theory]
    [InlineData("", "the file has no heading row")]
    [InlineData(Heading, "The file has no row")]
    [InlineData("code,name\n06226,Xã\n", "the column level, parent, valid_from, valid_to, successor is missing")]
    public async Task A_file_that_is_no_set_is_refused_with_what_is_missing(string file, string sentence)
    {
        await using var given = await Empty();

        var result = await given.Load(file, "");

        Assert.False(result.TryGet(out _, out var refusal));
        Assert.Contains(sentence, refusal.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_refused()
    {
        await using var given = await Empty();
        await using var db = given.Open();
        using var csv = new MemoryStream([.. Encoding.UTF8.GetBytes(Heading), 0xFF, 0xFE, 0xC3]);

        var result = await PlaceSets.Load(db, csv, Loading, Stop);

        Assert.False(result.TryGet(out _, out var refusal));
        Assert.Contains("not UTF-8", refusal.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_countrys_communes_load_in_one_file()
    {
        await using var given = await Until2025();
        var rows = new StringBuilder();
        for (var i = 0; i < 10_600; i++) rows.Append(null, $"{20_000 + i:D5},commune,Xã {i},183,2004-07-08,,\n");

        var loaded = Done(await given.Load(rows.ToString()));

        Assert.Equal(10_600, loaded.Added);
        Assert.Equal(10_622, (await given.Book()).Children("183", Day("2021-11-05")).Count());
    }
}
