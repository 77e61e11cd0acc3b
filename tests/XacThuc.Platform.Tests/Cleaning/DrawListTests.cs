using System.IO.Compression;
using System.Net;
using XacThuc.Platform.Cleaning;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Cleaning;

public sealed class DrawListTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_list_holds_what_is_wrong_or_not_comparable_and_nothing_else(Database database)
    {
        await using var given = await GivenList.Drawn(database);

        var (list, rows) = (await given.List(), await given.Rows());

        Assert.Equal((ListState.Drawn, 2), (list.State, list.Rows));
        Assert.StartsWith("TYT-06226-", list.Code, StringComparison.Ordinal);
        Assert.Equal(["Nông Thị Hoa", "Lý Văn X"], rows.Select(row => row.FullName).ToArray());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_record_stands_on_one_open_list_only_and_on_another_once_the_first_is_given_up(Database database)
    {
        await using var given = await GivenList.Drawn(database);

        using var again = await given.Draw();
        await given.Move("giveup");
        using var after = await given.Draw();

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(4, (await given.Rows()).Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_hamlet_has_a_list_of_its_own(Database database)
    {
        await using var given = await GivenList.Drawn(database, GivenList.Records.Replace("commune_code", "commune_code,hamlet", StringComparison.Ordinal)
            .Replace("020078763797,06226", "020078763797,06226,Nà Nùng", StringComparison.Ordinal)
            .Replace(",,06226", ",,06226,Bản Vàng", StringComparison.Ordinal));
        await given.Move("giveup");

        var choices = WebUtility.HtmlDecode(await given.Station.GetStringAsync("/cleaning", GivenHouse.Stop));
        await given.Draw("Nà Nùng");

        foreach (var choice in (string[])["TYT-06226|06226|\"", "TYT-06226|06226|Bản Vàng", "TYT-06226|06226|Nà Nùng"])
            Assert.Contains(choice, choices, StringComparison.Ordinal);
        var rows = await given.Rows();
        var row = Assert.Single(rows, row => row.ListId == rows.Max(one => one.ListId));
        Assert.Equal(("Lý Văn X", "Nà Nùng", 1), (row.FullName, row.Hamlet, row.Number));
    }

    [Fact]
    public async Task The_workbook_has_a_code_in_each_row_and_no_cell_that_is_a_formula()
    {
        await using var given = await GivenList.Drawn(Database.Sqlite, GivenList.Records.Replace("Lý Văn X", "=Lý X", StringComparison.Ordinal));
        var list = await given.List();

        var bytes = await given.Station.GetByteArrayAsync($"/cleaning/{list.Id}?handler=workbook", GivenHouse.Stop);

        await using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(GivenHouse.Stop));
        var sheet = await reader.ReadToEndAsync(GivenHouse.Stop);
        Assert.Contains($"{list.Code}.0002", sheet, StringComparison.Ordinal);
        Assert.Contains("=Lý X", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_carries_the_national_heading_and_every_row()
    {
        await using var given = await GivenList.Drawn(Database.Sqlite);
        var list = await given.List();

        var form = WebUtility.HtmlDecode(await given.Station.GetStringAsync($"/cleaning/{list.Id}/print", GivenHouse.Stop));

        foreach (var text in (string[])["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "2262/BYT-CNTT", "Lý Văn X", "Nông Thị Hoa", list.Code])
            Assert.Contains(text, form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GivenHouse.OtherStation, AccountRole.HealthStation, HttpStatusCode.NotFound)]
    [InlineData("UBND-06226", AccountRole.CommuneCommittee, HttpStatusCode.OK)]
    [InlineData("VP-183", AccountRole.DistrictOffice, HttpStatusCode.Forbidden)]
    public async Task A_list_is_there_for_whoever_may_see_its_records(string unit, AccountRole role, HttpStatusCode expected)
    {
        await using var given = await GivenList.Drawn(Database.Sqlite);
        var list = await given.List();
        using var caller = given.House.Caller(unit, role);

        foreach (var address in (string[])["", "/print", "?handler=workbook"])
        {
            using var response = await caller.GetAsync($"/cleaning/{list.Id}{address}", GivenHouse.Stop);
            Assert.Equal(expected, response.StatusCode);
        }
    }
}
