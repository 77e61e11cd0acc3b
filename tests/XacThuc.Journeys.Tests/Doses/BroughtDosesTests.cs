using System.Text;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using Xunit;

namespace XacThuc.Journeys.Tests.Doses;

/// <summary>Doses given elsewhere: brought, put right, settled, and one that was recorded twice is joined by two people.</summary>
public sealed class BroughtDosesTests(Browser browser)
{
    private const string Records =
        """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226

        """;

    private const string File =
        """
        STT;Họ và tên;Giới tính;Ngày sinh;Số CCCD;Mã xã;Mũi;Tên vắc xin;Số lô;Ngày tiêm;Nơi tiêm
        1;Lý Văn Quân;Nam;02/09/1978;020078000011;06226;1;AZ;A1;01/09/2021;BV Đa khoa tỉnh
        2;Lý Văn Quân;Nam;02/09/1978;020078000011;06226;1;AstraZeneca;A7;02/09/2021;TTYT huyện Lộc Bình
        3;Lý Văn Quang;Nam;02/09/1979;020078000011;06226;2;AZ;A2;01/12/2021;BV Đa khoa tỉnh
        4;Nông Thị Hoa;Nữ;1950;;06226;1;Vero Cell;B1;31/02/2021;

        """;

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task Doses_are_brought_settled_and_joined_by_two_people(int width, string screen)
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/doses");
        await nurse.ShouldServeEverybody($"doses-{screen}");
        await nurse.SetInputFilesAsync("#file", new FilePayload { Name = "mui tiem.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(File) });
        await nurse.Locator("button[data-key=n]").ClickAsync();
        await nurse.ShouldServeEverybody($"doses-file-{screen}");

        await nurse.Locator("[data-row='5'] input[name=day]").FillAsync("20/09/2021");
        await nurse.Locator("[data-row='5'] .btn-primary").ClickAsync();
        await nurse.Locator("[data-row='4'] button[name=record]").First.ClickAsync();
        await nurse.ShouldServeEverybody($"doses-file-settled-{screen}");
        Assert.Equal([], await nurse.Locator("[data-row], .notice.is-wrong").AllInnerTextsAsync());

        await nurse.GotoAsync($"{houses.Platform}/doses/same");
        await nurse.ShouldServeEverybody($"doses-same-{screen}");
        await nurse.Locator("table.list tbody a").First.ClickAsync();
        await nurse.ShouldServeEverybody($"doses-pair-{screen}");
        var pair = nurse.Url;
        await nurse.CheckAsync("#stands-0");
        await nurse.FillAsync("#reason", "cùng một phiếu, nhập hai nơi");
        await nurse.Locator("button[data-key=d]").ClickAsync();
        await nurse.ShouldServeEverybody($"doses-pair-proposed-{screen}");

        var district = await browser.SignIn(houses, "DistrictHealthCentre", "TTYT-183", width);
        await district.GotoAsync(pair);
        await district.Locator("button[data-key=x]").ClickAsync();
        await district.ShouldServeEverybody($"doses-pair-joined-{screen}");

        await nurse.GotoAsync(pair);
        await nurse.Locator("table.side-by-side a[href^='/records/']").First.ClickAsync();
        await nurse.ShouldServeEverybody($"doses-story-{screen}");
        await nurse.Locator("table.list a[href^='/doses/']").First.ClickAsync();
        await nurse.ShouldServeEverybody($"doses-dose-{screen}");
    }
}
