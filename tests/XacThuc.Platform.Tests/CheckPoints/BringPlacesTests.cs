using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Bring;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed partial class BringPlacesTests
{
    private const string Bring = "/check-points/bring";
    private const string Headings = "Mã điểm,Tên điểm,Loại,Địa chỉ,Xã,Người chịu trách nhiệm,Điện thoại,Mã đơn vị\n";

    private const string Three = Headings +
        ",Cổng chính,Trường học,Khối 6,Thị trấn Cao Lộc,Hoàng Văn Thụ,0912 345 678,\n" +
        ",Cổng sau,THPT,Khối 6,Thị trấn Cao Lộc,Hoàng Văn Thụ,912345679,\n" +
        ",Ký túc xá,Khác,\"Khối 7, Thị trấn Cao Lộc\",Thị trấn Cao Lộc,Lương Thị Hạnh,+84 987 654 321,\n";

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_file_is_looked_at_first_and_registered_when_somebody_says_so(Database database)
    {
        await using var given = await GivenPlace.Start(database);

        var (address, preview) = await Take(given.Me, Three);
        var before = await Places(given);
        var registered = await Register(given.Me, address, preview);
        var places = await Places(given);

        Assert.Empty(before);
        Assert.Contains("<b>3</b> new places", preview, StringComparison.Ordinal);
        Assert.Contains("<b>3</b> there already", registered, StringComparison.Ordinal);
        Assert.Equal(
            [("Cổng chính", CheckPointKind.School, "Khối 6, Thị trấn Cao Lộc", "0912345678"), ("Cổng sau", CheckPointKind.School, "Khối 6, Thị trấn Cao Lộc", "0912345679"), ("Ký túc xá", CheckPointKind.Other, "Khối 7, Thị trấn Cao Lộc", "0987654321")],
            places.ConvertAll(place => (place.Name, place.Kind, place.Address, place.Phone)));
        Assert.Equal([1, 2, 3], places.ConvertAll(place => int.Parse(place.Code[^3..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(
            ["place.upload", "place.register", "place.register", "place.register", "place.bring"],
            await given.House.InDb(db => db.Audit.Where(entry => entry.Kind.StartsWith("place.")).OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_same_file_again_and_the_same_places_written_otherwise_change_nothing(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var (address, preview) = await Take(given.Me, Three);
        await Register(given.Me, address, preview);
        await given.House.InDb(db => db.Set<CheckPoint>().Where(place => place.Name == "Cổng sau").ExecuteUpdateAsync(row => row.SetProperty(place => place.Phone, "0900000001")));

        var (again, same) = await Take(given.Me, Three);
        var (_, otherwise) = await Take(given.Me, Headings + ",CỔNG CHÍNH,trường,khối 6,TT. Cao Lộc,Hoàng Văn Thụ,0912345678,\n,cổng  chính,trường,\"khối 6, thị trấn Cao Lộc\",,Hoàng Văn Thụ,0912345678,\n");
        using var pressed = await given.Me.Submit(again, same);

        Assert.Equal(address, again);
        Assert.Contains("<b>3</b> there already", same, StringComparison.Ordinal);
        Assert.Single(Differs().Matches(same));
        Assert.Contains("<b>1</b> new places", otherwise, StringComparison.Ordinal);
        Assert.Contains("<b>1</b> there already", otherwise, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, pressed.StatusCode);
        Assert.Equal((3, "0900000001"), await given.House.InDb(async db => (await db.Set<CheckPoint>().CountAsync(), await db.Set<CheckPoint>().Where(place => place.Name == "Cổng sau").Select(place => place.Phone).SingleAsync())));
    }

    [Fact]
    public async Task Each_wrong_cell_is_told_with_its_row_and_column_and_the_right_rows_do_not_wait()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        await given.House.InDb(async db =>
        {
            db.Places.Add(new Place { Code = "06226", Level = PlaceLevel.Commune, Name = "Xã Hợp Thành", Path = "/20/183/06226/", ValidFrom = new DateOnly(1976, 1, 1) });
            await db.SaveChangesAsync();
        });

        var (address, preview) = await Take(given.Me, Headings +
            ",,Trường học,Khối 6,,Hoàng Văn Thụ,0912345678,\n" +
            ",Cổng A,Rạp xiếc,Khối 6,,Hoàng Văn Thụ,0912345678,\n" +
            ",Cổng B,,,,H,02053,\n" +
            ",Cổng C,Chợ,Nà Nùng,06226,Hoàng Văn Thụ,0912345678,\n" +
            ",Cổng D,Chợ,Nà Nùng,99999,Hoàng Văn Thụ,0912345678,\n" +
            $",Cổng E,Chợ,Nà Nùng,,Hoàng Văn Thụ,0912345678,{GivenPlace.OtherSchool}\n" +
            "DKS-X-2026-777,Cổng F,Chợ,Nà Nùng,,Hoàng Văn Thụ,0912345678,\n" +
            ",Cổng C,Chợ,\"Nà Nùng, Xã Hợp Thành\",,Hoàng Văn Thụ,0912345678,\n" +
            $",{new string('a', 121)},Chợ,Nà Nùng,,Hoàng Văn Thụ,0912345678,\n" +
            "một ô\n");
        await Register(given.Me, address, preview);

        Assert.Equal(
            ["2 Place name", "3 Kind", "4 Kind", "4 Address", "4 Responsible", "4 Responsible phone", "6 Commune", "7 Unit code", "8 Place code", "10 Place name", "11 the whole row"],
            [.. Problem().Matches(preview).Select(match => $"{match.Groups["line"].Value} {match.Groups["column"].Value}")]);
        Assert.Contains("repeats row 5", preview, StringComparison.Ordinal);
        Assert.Equal([("Cổng C", "Nà Nùng, Xã Hợp Thành")], (await Places(given)).ConvertAll(place => (place.Name, place.Address)));
    }

    [Fact]
    public async Task The_operator_registers_for_units_of_the_district_and_nobody_else_does()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        using var keeper = given.House.Caller(GivenPlace.Operator, AccountRole.DistrictOperator);
        var file = Headings + $",Cổng chính,Trường,Khối 6,,Hoàng Văn Thụ,0912345678,{GivenPlace.School.ToLowerInvariant()}\n,Chợ huyện,Chợ,Khối 1,,Lương Thị Hạnh,0912345678,\n,Công an,Cơ quan,Khối 2,,Lý Văn Nam,0912345678,{GivenHouse.District}\n";

        var (address, preview) = await Take(keeper, file);
        await Register(keeper, address, preview);
        var hidden = await given.Me.GetAsync(address, GivenHouse.Stop);
        var units = await given.House.InDb(db => db.Set<CheckPoint>().Join(db.Units, place => place.UnitId, unit => unit.Id, (place, unit) => new { place.Id, place.Code, Unit = unit.Code }).OrderBy(pair => pair.Id).ToListAsync());

        Assert.Equal([GivenPlace.School, GivenPlace.Operator], [.. units.Select(pair => pair.Unit)]);
        Assert.All(units, pair => Assert.StartsWith($"DKS-{pair.Unit}-", pair.Code, StringComparison.Ordinal));
        Assert.Contains("keeps no check points", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Theory]
    [InlineData(AccountRole.DistrictHealthCentre, GivenHouse.District)]
    [InlineData(AccountRole.CommunePolice, GivenHouse.Station)]
    public async Task Who_keeps_no_places_brings_none(AccountRole role, string unit)
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        using var caller = given.House.Caller(unit, role);

        Assert.Equal(HttpStatusCode.Forbidden, (await caller.GetAsync(Bring, GivenHouse.Stop)).StatusCode);
    }

    [Fact]
    public async Task The_template_is_a_workbook_that_is_taken_as_it_is()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);

        var template = await given.Me.GetByteArrayAsync(new Uri(Bring + "?handler=template", UriKind.Relative), GivenHouse.Stop);
        var (_, preview) = await Take(given.Me, template, "mau.xlsx");

        Assert.Contains("<b>2</b> new places", preview, StringComparison.Ordinal);
        Assert.Contains("<b>0</b> rows to be put right", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_above_numbers_of_rows_and_a_phone_without_its_zero_are_read_as_they_were_meant()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);

        var (address, preview) = await Take(given.Me, "DANH SÁCH ĐIỂM KIỂM SOÁT,,,,,\nSTT,Tên cơ sở,Loại hình,Địa chỉ,Người phụ trách,SĐT\n1,Siêu thị Hoàng Gia,Siêu thị,Khối 3,Vi Thị Lan,912345678\n,,,,,\n");
        await Register(given.Me, address, preview);

        Assert.Equal([("Siêu thị Hoàng Gia", CheckPointKind.Market, "0912345678")], (await Places(given)).ConvertAll(place => (place.Name, place.Kind, place.Phone)));
    }

    [Fact]
    public async Task Columns_that_are_not_recognised_are_pointed_at_once()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);

        var (address, asked) = await Take(given.Me, "Nơi,Loại,Địa chỉ,Ai trực,Điện thoại\nCổng A,Chợ,Khối 6,Vi Thị Lan,0912345678\n");
        using var pointed = await given.Me.Submit(
            address + "?handler=columns", asked,
            [("headings", "[\"Nơi\",\"Loại\",\"Địa chỉ\",\"Ai trực\",\"Điện thoại\"]"), .. new[] { "-1", "0", "1", "2", "-1", "3", "4", "-1" }.Select(column => ("column", column))]);
        var (_, other) = await Take(given.Me, "Nơi,Loại,Địa chỉ,Ai trực,Điện thoại\nCổng B,Chợ,Khối 6,Vi Thị Lan,0912345678\n");

        Assert.Contains("Which column is what", asked, StringComparison.Ordinal);
        Assert.Contains("<b>1</b> new places", await pointed.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
        Assert.Contains("Cổng B", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_table_is_refused_and_not_kept()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var page = await given.Me.GetStringAsync(Bring, GivenHouse.Stop);

        using var picture = await given.Me.Upload(Bring, page, "anh.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 0]);
        using var nothing = await given.Me.Submit(Bring, page);

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [picture.StatusCode, nothing.StatusCode]);
        Assert.Equal(0, await given.House.InDb(db => db.Set<PlaceFile>().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Two_who_press_at_once_register_each_place_once(Database database)
    {
        await using var given = await GivenPlace.Start(database);
        var (address, preview) = await Take(given.Me, Three);

        var pressed = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var answer = await given.Me.Submit(address, preview);
            return answer.StatusCode;
        }));

        Assert.Contains(HttpStatusCode.OK, pressed);
        Assert.All(pressed, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Conflict));
        Assert.Equal(3, (await Places(given)).Count);
    }

    [Fact]
    public async Task All_codes_are_in_one_print_or_those_of_a_file_or_those_that_are_ticked()
    {
        await using var given = await GivenPlace.Start(Database.Sqlite);
        var own = await given.Register();
        var (address, preview) = await Take(given.Me, Three);
        await Register(given.Me, address, preview);
        var file = address[(address.LastIndexOf('/') + 1)..];
        using var other = given.House.Caller(GivenPlace.OtherSchool, AccountRole.Agency);

        var (all, ofFile, ticked) = (await Posters(""), await Posters($"?file={file}"), await Posters($"?place={own.Id}"));
        var pdf = Encoding.Latin1.GetString(await given.Me.GetByteArrayAsync(new Uri($"/check-points/posters?handler=pdf&file={file}", UriKind.Relative), GivenHouse.Stop));

        Assert.Equal((4, 3, 1), (all, ofFile, ticked));
        Assert.Equal(3, Page().Count(pdf));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/check-points/posters?file={file}", GivenHouse.Stop)).StatusCode);
        Assert.Equal(0, Article().Count(await other.GetStringAsync($"/check-points/posters?place={own.Id}", GivenHouse.Stop)));
        Assert.Equal(1, await given.House.InDb(db => db.Audit.CountAsync(entry => entry.Kind == "place.print")));

        async Task<int> Posters(string which) => Article().Count(await given.Me.GetStringAsync("/check-points/posters" + which, GivenHouse.Stop));
    }

    [Theory]
    [InlineData("Trường Tiểu học Hợp Thành", CheckPointKind.School)]
    [InlineData("công ty TNHH", CheckPointKind.Firm)]
    [InlineData("Cổng làng", CheckPointKind.Gate)]
    [InlineData("Chợ, cửa hàng", CheckPointKind.Market)]
    [InlineData("Chốt, cổng", CheckPointKind.Gate)]
    [InlineData("Cơ sở y tế", CheckPointKind.HealthFacility)]
    [InlineData("Cơ sở sản xuất", CheckPointKind.Firm)]
    [InlineData("UBND xã", CheckPointKind.Agency)]
    [InlineData("Nơi khác", CheckPointKind.Other)]
    [InlineData("HealthFacility", CheckPointKind.HealthFacility)]
    [InlineData("Rạp xiếc", null)]
    [InlineData("", null)]
    public void A_kind_is_read_as_people_write_it(string written, CheckPointKind? kind) => Assert.Equal(kind, PlaceWords.Kind(written));

    [Fact]
    public void Every_kind_is_read_by_the_name_that_it_has_in_either_language()
    {
        foreach (var kind in Enum.GetValues<CheckPointKind>())
        {
            var name = XacThuc.Platform.CheckPoints.CheckPointsWords.NameOf(kind);
            Assert.Equal((kind, kind), (PlaceWords.Kind(name.Vi), PlaceWords.Kind(name.En)));
        }
    }

    private static Task<List<CheckPoint>> Places(GivenPlace given) => given.House.InDb(db => db.Set<CheckPoint>().AsNoTracking().OrderBy(place => place.Id).ToListAsync());

    private static Task<(string Address, string Page)> Take(HttpClient caller, string csv) => Take(caller, Encoding.UTF8.GetBytes(csv), "diem.csv");

    private static async Task<(string Address, string Page)> Take(HttpClient caller, byte[] content, string name)
    {
        var page = await caller.GetStringAsync(Bring, GivenHouse.Stop);
        using var answer = await caller.Upload(Bring, page, name, content);
        var shown = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(GivenHouse.Stop));
        Assert.True(answer.IsSuccessStatusCode, shown);
        return (answer.RequestMessage!.RequestUri!.AbsolutePath, shown);
    }

    private static async Task<string> Register(HttpClient caller, string address, string preview)
    {
        using var answer = await caller.Submit(address, preview);
        var shown = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(GivenHouse.Stop));
        Assert.True(answer.IsSuccessStatusCode, shown);
        return shown;
    }

    [GeneratedRegex("<th scope=\"row\">Row (?<line>[0-9]+) <span class=\"soft\">[^<]*</span></th>\\s*<td data-name=\"Column\">(?<column>[^<]*)</td>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Problem();

    [GeneratedRegex("differs from the file", RegexOptions.None, 1000)]
    private static partial Regex Differs();

    [GeneratedRegex("<article class=\"poster\"", RegexOptions.None, 1000)]
    private static partial Regex Article();

    [GeneratedRegex("/Type /Page\\b(?!s)", RegexOptions.None, 1000)]
    private static partial Regex Page();
}
