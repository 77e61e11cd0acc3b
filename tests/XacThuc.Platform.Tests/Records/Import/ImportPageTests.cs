using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Records.Import;

public sealed class ImportPageTests
{
    private const string File = """
        Họ và tên,Giới tính,Ngày sinh,Số CCCD
        Lý Văn Quân,Nam,02/09/1978,020078763797
        Nông Thị Mai,Nữ,31/02/1950,080123456

        """;

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_preview_shows_what_will_become_of_the_file_before_anything_does(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        using var caller = house.Caller();

        var page = await Preview(caller, File);

        Assert.Contains("unreadable", page, StringComparison.Ordinal);
        Assert.Contains("31/02/1950", page, StringComparison.Ordinal);
        Assert.Empty(await house.Records());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Good_rows_go_on_at_once_and_the_others_are_fixed_in_place(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        using var caller = house.Caller();
        await Import(house, caller, File);
        Assert.Single(await house.Records());
        var row = await house.InDb(db => db.Set<ImportRow>().SingleAsync());
        var page = await caller.GetStringAsync("/records/import/1", GivenHouse.Stop);

        await caller.Submit(
            "/records/import/1?handler=fix", page, ("row", $"{row.Id}"), ("name", row.FullName), ("sex", row.Sex),
            ("date", "13/02/1950"), ("number", row.IdNumber), ("asItIs", "false"));

        Assert.Equal("02/09/1978 13/02/1950", string.Join(' ', (await house.Records()).Select(record => record.DateOfBirth)));
        Assert.Equal(ImportRowState.Added, await house.InDb(db => db.Set<ImportRow>().Select(row => row.State).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_row_that_still_cannot_be_read_stays_with_what_was_typed(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        using var caller = house.Caller();
        await Import(house, caller, File);
        var row = await house.InDb(db => db.Set<ImportRow>().SingleAsync());
        var page = await caller.GetStringAsync("/records/import/1", GivenHouse.Stop);

        var response = await caller.Submit(
            "/records/import/1?handler=fix", page, ("row", $"{row.Id}"), ("name", row.FullName), ("sex", row.Sex),
            ("date", "30/02/1950"), ("number", row.IdNumber), ("asItIs", "false"));

        Assert.Contains("30/02/1950", await response.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
        Assert.Single(await house.Records());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_rows_to_fix_can_be_taken_away_and_brought_back(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        using var caller = house.Caller();
        await Import(house, caller, File);

        var file = await caller.GetStringAsync("/records/import/1/to-fix.csv", GivenHouse.Stop);
        await house.Import(file.Replace("31/02/1950", "13/02/1950", StringComparison.Ordinal));

        Assert.Contains("Date of birth: unreadable", file, StringComparison.Ordinal);
        Assert.Equal(2, (await house.Records()).Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_column_pointed_at_once_is_remembered_for_the_unit(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        using var caller = house.Caller();
        const string odd = "Họ và tên,Giới tính,Ngày sinh,Mã thẻ hội viên\nLý Văn Quân,Nam,02/09/1978,020078763797\n";
        var page = await Preview(caller, odd);
        Assert.Contains("Mã thẻ hội viên", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);

        await caller.Submit(
            "/records/import/1?handler=columns", page,
            ("headings", """["Họ và tên","Giới tính","Ngày sinh","Mã thẻ hội viên"]"""),
            ("column", "-1"), ("column", "0"), ("column", "1"), ("column", "2"), ("column", "3"), ("column", "-1"));
        await house.Import(odd);

        Assert.Equal("020078763797", Assert.Single(await house.Records()).Digits);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_the_template_offers_the_importer_takes(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        using var caller = house.Caller();

        var template = await caller.GetStringAsync("/records/import/template.csv", GivenHouse.Stop);
        var job = await house.Import(template);

        Assert.Equal(1, GivenHouse.CountsOf(job)["added"]);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_cell_that_a_spreadsheet_would_take_for_a_formula_is_marked_in_the_file_to_fix(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        using var caller = house.Caller();
        await Import(house, caller, "Họ và tên,Giới tính,Ngày sinh,Số CCCD\n=HYPERLINK(1),Nam,x,020078763797\n");

        Assert.Contains("'=HYPERLINK(1)", await caller.GetStringAsync("/records/import/1/to-fix.csv", GivenHouse.Stop), StringComparison.Ordinal);
    }

    private static async Task<string> Preview(HttpClient caller, string csv)
    {
        var page = await caller.GetStringAsync("/records/import", GivenHouse.Stop);
        using var response = await caller.Upload("/records/import", page, "danh sach.csv", Encoding.UTF8.GetBytes(csv));
        return await response.Content.ReadAsStringAsync(GivenHouse.Stop);
    }

    private static async Task Import(GivenHouse house, HttpClient caller, string csv)
    {
        var page = await Preview(caller, csv);
        await caller.Submit("/records/import/1?handler=read", page, ("asItIs", "false"));
        var job = await house.InDb(db => db.Set<ImportedFile>().Select(file => file.JobId!.Value).SingleAsync());
        await house.Ended(job);
    }
}
