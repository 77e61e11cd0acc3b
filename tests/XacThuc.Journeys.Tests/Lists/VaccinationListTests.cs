using System.Text;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Lists;

/// <summary>A list of people to be vaccinated from hand to hand: station, commune police, committee.</summary>
public sealed class VaccinationListTests(Browser browser)
{
    // As a station has it: a name without its mark, one twice, a foreigner, a number that Excel spoiled.
    private const string File =
        """
        STT;Họ và tên;Giới tính;Ngày sinh;Số CCCD/CMND;Thôn;Số điện thoại;Hộ chiếu;Quốc tịch
        1;Lý Văn Quân;Nam;02/09/1978;020078000011;Nà Nùng;0912000001;;
        2;Ly Van Quân;Nam;02/09/1978;020078000011;Nà Nùng;;;
        3;Nông Thị Hòa;Nữ;1950;2,02E+10;Nà Nùng;;;
        4;Vi Thi Hoa;Nữ;01/07/1999;020199000013;Bản Lành;;;
        5;LI WEI;Nam;05/05/1985;;Bản Lành;;E12345678;Trung Quốc

        """;

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_station_draws_a_list_up_the_police_verify_it_and_the_committee_approves(int width, string screen)
    {
        await using var houses = await GivenWrongRecords.Open("record_id,full_name,sex,date_of_birth,id_number,commune_code\nr1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226\n");

        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/lists");
        await nurse.ShouldServeEverybody($"lists-{screen}");
        await nurse.FillAsync("#title", "Mũi 1 thôn Nà Nùng, Bản Lành");
        await nurse.SetInputFilesAsync("#file", new FilePayload { Name = "danh sach tiem.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(File) });
        await nurse.Locator("button[data-key=n]").ClickAsync();
        await nurse.ShouldServeEverybody($"list-drawn-{screen}");
        var list = nurse.Url;

        await Settle(nurse, screen);
        await nurse.GotoAsync(list + "/people/3");
        await nurse.ShouldServeEverybody($"list-person-{screen}");
        await nurse.FillAsync("#idNumber", "020150000012");
        await nurse.Locator("button[data-key=s]").ClickAsync();
        await nurse.GotoAsync(list + "/add");
        await nurse.ShouldServeEverybody($"list-add-{screen}");
        await nurse.GotoAsync(list);
        await nurse.Locator("button[data-key=s]").ClickAsync();
        await nurse.ShouldServeEverybody($"list-sent-{screen}");

        await Verify(houses, width, screen);

        await nurse.GotoUntil(list, ".verdict:text-is('đã đối chiếu, chờ duyệt')");
        await nurse.ShouldServeEverybody($"list-verified-{screen}");
        var committee = await browser.SignIn(houses, "CommuneCommittee", "UBND-06226", width);
        await committee.GotoAsync(list);
        await committee.Locator("button[data-key=d]").ClickAsync();
        await committee.ShouldServeEverybody($"list-approved-{screen}");
        Assert.Equal(1, await committee.Locator(".verdict:text-is('đã duyệt')").CountAsync());
    }

    // One is twice on the list, and has a record already.
    private static async Task Settle(IPage nurse, string screen)
    {
        await nurse.Locator("a[href$='/alike']").ClickAsync();
        await nurse.ShouldServeEverybody($"list-alike-{screen}");
        await nurse.Locator("[data-pair='2'] button[name=same][value=true]").First.ClickAsync();
        await nurse.Locator("button[data-key=l]").ClickAsync();
    }

    private async Task Verify(TestHouses houses, int width, string screen)
    {
        var officer = await browser.SignIn(houses, "CommunePolice", "CAX-06226", width);
        await officer.GotoUntil($"{houses.Register}/lists", "table.list tbody a");
        await officer.ShouldServeEverybody($"survey-lists-{screen}");
        await officer.Locator("table.list tbody a").ClickAsync();
        await officer.ShouldServeEverybody($"survey-verify-{screen}");
        await officer.Locator("button[data-key=c]").ClickAsync();
        await officer.Locator("a[data-key=m]").ClickAsync();
        await officer.ShouldServeEverybody($"survey-missing-{screen}");
        await officer.GoBackAsync();
        await officer.Locator("a[data-key=n]").ClickAsync();
        await officer.ShouldServeEverybody($"survey-row-{screen}");
        await officer.Locator("button[data-key='1']").ClickAsync();
        await officer.CheckAsync("input[name=sure]");
        await officer.Locator("form:has(input[name=sure]) button").ClickAsync();
        Assert.Equal(1, await officer.Locator(".notice code").CountAsync());
    }
}
