using System.Text;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Lists;

/// <summary>A list of people to be vaccinated (dispatch 8938) on paper: the list, the minutes, the slips.</summary>
public sealed class ListFormsTests(Browser browser)
{
    private const string Records =
        """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Vi Thi Hoa,Nữ,01/07/1999,020199000013,06226

        """;

    private const string People =
        """
        STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD/CMND,Mã xã,Thôn,Điện thoại,Hộ chiếu,Quốc tịch,Nhóm,Ghi chú,Đồng ý
        1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,Nà Nùng,0912000001,,,9,dị ứng hải sản,có
        2,Nông Thị Hoà,Nữ,1951,,06226,Nà Nùng,0912000002,,,9,,không
        3,Vi Văn Đúng,Nam,01/02/1960,020060000001,06226,Bản Lành,,,,15,tăng huyết áp,có
        4,LI WEI,Nam,05/05/1985,,06226,Bản Lành,,E12345678,Trung Quốc,,,x

        """;

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_verified_list_is_printed_with_its_minutes_and_slips(int width, string screen)
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/lists");
        await nurse.FillAsync("[name=ListTitle]", "Mũi 1 thôn Nà Nùng");
        await nurse.Locator("form:has([name=ListTitle]) button").ClickAsync();
        var list = nurse.Url;
        await nurse.SetInputFilesAsync("#file", new FilePayload { Name = "danh sach.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(People) });
        await nurse.Locator("form[enctype] button").ClickAsync();
        await nurse.Locator("button[data-key=s]").ClickAsync();

        await Sign(houses, width);
        await nurse.GotoUntil(list, "a[data-key=i]");

        await nurse.Locator("a[data-key=p]").ClickAsync();
        await nurse.ShouldServeEverybody($"list-print-{screen}");
        await Keep(nurse, $"list-print-{screen}");
        await nurse.Locator("a[data-key='2']").ClickAsync();
        await nurse.ShouldServeEverybody($"list-minutes-{screen}");
        await Keep(nurse, $"list-minutes-{screen}");
        await nurse.GotoAsync($"{list}/slips");
        await nurse.ShouldServeEverybody($"list-slips-{screen}");
        await Keep(nurse, $"list-slips-{screen}");
        Assert.Equal(2, await nurse.Locator(".slip").CountAsync());
    }

    // Who agrees is confirmed; the others are asked for papers.
    private async Task Sign(TestHouses houses, int width)
    {
        var officer = await browser.SignIn(houses, "CommunePolice", "CAX-06226", width);
        await officer.GotoUntil($"{houses.Register}/lists", "table.list tbody a");
        await officer.Locator("table.list tbody a").ClickAsync();
        await officer.Locator("button[data-key=c]").ClickAsync();
        await officer.Locator("button:has([href*=user-question])").ClickAsync();
        await browser.LookASecondTime(houses, officer, width);
        await officer.CheckAsync("input[name=sure]");
        await officer.Locator("form:has(input[name=sure]) button").ClickAsync();
        Assert.Equal(1, await officer.Locator(".notice code").CountAsync());
    }

    // The file that is handed over, and the page as the browser prints it, beside the pictures.
    private static async Task Keep(IPage nurse, string name)
    {
        var file = Path.Combine(Browser.Screenshots(), name);
        await nurse.PdfAsync(new() { Path = $"{file}-browser.pdf", PreferCSSPageSize = true });
        var download = await nurse.RunAndWaitForDownloadAsync(() => nurse.Locator("a[data-key=d]").ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        await download.SaveAsAsync($"{file}.pdf");
    }
}
