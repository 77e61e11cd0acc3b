using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Journeys.Tests.Lists;

/// <summary>From the list to the signed dose (dispatch 8938): station, commune police, committee.</summary>
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
    public async Task A_list_is_drawn_up_verified_approved_vaccinated_and_its_day_is_signed(int width, string screen)
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

        var officer = await Verify(houses, width, screen);
        await AskForCards(houses, officer, screen);

        await nurse.GotoUntil(list, ".verdict:text-is('đã đối chiếu, chờ duyệt')");
        await nurse.ShouldServeEverybody($"list-verified-{screen}");
        var committee = await browser.SignIn(houses, "CommuneCommittee", "UBND-06226", width);
        await committee.GotoAsync(list);
        await committee.Locator("button[data-key=d]").ClickAsync();
        await committee.ShouldServeEverybody($"list-approved-{screen}");
        Assert.Equal(1, await committee.Locator(".verdict:text-is('đã duyệt')").CountAsync());

        await Vaccinate(houses, nurse, screen);
        await officer.GotoUntil($"{houses.Register}/cards", "table.list");
        await officer.ShouldServeEverybody($"cards-answered-{screen}");
        await Sign(houses, committee, screen);
        await Correct(houses, nurse, committee, width, screen);
    }

    // Lots, a session of today, one person from the card to the dose, and the end of the day.
    private static async Task Vaccinate(TestHouses houses, IPage nurse, string screen)
    {
        await nurse.GotoAsync($"{houses.Platform}/lots");
        await nurse.SelectOptionAsync("#product", "comirnaty");
        await nurse.FillAsync("#lot", "FH8020");
        await nurse.FillAsync("#expires", "2099-12-31");
        await nurse.FillAsync("#doses", "12");
        await nurse.Locator("main form button").ClickAsync();
        await nurse.ShouldServeEverybody($"lots-{screen}");

        await nurse.GotoUntil($"{houses.Platform}/sessions", "[id^=cards-]");
        await nurse.ShouldServeEverybody($"sessions-{screen}");
        Assert.True(await nurse.IsCheckedAsync("[name=withCards]"));
        await nurse.FillAsync("#place", "Trạm Y tế xã Hợp Thành");
        await nurse.FillAsync("#day", Shown.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await nurse.SelectOptionAsync("#product", "comirnaty");
        await nurse.Locator("button[data-key=n]").ClickAsync();
        var session = nurse.Url.Split('?')[0];
        await nurse.FillAsync("#doses", "6");
        await nurse.Locator("form:has(#doses) button").ClickAsync();
        await nurse.ShouldServeEverybody($"session-{screen}");
        await nurse.GotoAsync(session + "/invitations?all=true");
        await nurse.ShouldServeEverybody($"invitations-{screen}");
        await nurse.GotoAsync(session);

        await nurse.Locator("a[data-key=d]").ClickAsync();
        await nurse.ShouldServeEverybody($"desk-{screen}");
        await nurse.FillAsync("#Sought", "020199000013||Vi Thị Hoa|01071999|Nữ|Bản Lành|25042021");
        await nurse.Keyboard.PressAsync("Enter");
        await nurse.WaitForURLAsync(url => url.Contains("number=", StringComparison.Ordinal));
        await nurse.ShouldServeEverybody($"desk-screening-{screen}");
        await nurse.Keyboard.PressAsync("Enter");
        await nurse.WaitForSelectorAsync("#lot");
        await nurse.ShouldServeEverybody($"desk-injection-{screen}");
        await nurse.Keyboard.PressAsync("Enter");
        await nurse.WaitForSelectorAsync("#leave-note");
        await nurse.ShouldServeEverybody($"desk-injected-{screen}");
        await Papers(nurse, screen);
        Assert.Equal(4, await nurse.Locator(".slip-facts .verdict.is-right").CountAsync());
        await nurse.FillAsync("#leave-note", "khoẻ, về sớm vì việc nhà");
        await nurse.Locator("form:has(#leave-note) button").ClickAsync();
        await nurse.WaitForURLAsync(url => !url.Contains("number=", StringComparison.Ordinal));
        await VaccinateWithoutNetwork(nurse, screen);

        await nurse.GotoAsync(session);
        await nurse.FillAsync("input[name=discarded]", "1");
        await nurse.FillAsync("input[name=returned]", "3");
        await nurse.Locator("button[data-key=c]").ClickAsync();
        await nurse.ShouldServeEverybody($"session-closed-{screen}");
    }

    // Beside the desk: the confirmation, and the page of reactions.
    private static async Task Papers(IPage nurse, string screen)
    {
        var desk = nurse.Url;
        await nurse.Locator("a[data-key=p]").ClickAsync();
        await nurse.ShouldServeEverybody($"confirmation-{screen}");
        await nurse.Locator("a[data-key='1']").ClickAsync();
        await nurse.ShouldServeEverybody($"screening-sheet-{screen}");
        await nurse.GotoAsync(desk);
        await nurse.Locator("a[data-key=e]").ClickAsync();
        await nurse.Locator("input[value=Local]").CheckAsync();
        await nurse.FillAsync("#after", "10");
        await nurse.Locator("button[data-key=n]").ClickAsync();
        await nurse.ShouldServeEverybody($"reaction-{screen}");
        await nurse.GotoAsync(new Uri(new Uri(desk), "/sessions/events").AbsoluteUri);
        await nurse.ShouldServeEverybody($"reactions-{screen}");
        await nurse.GotoAsync(desk);
    }

    // The network is lost with the card in hand: the desk goes on, and what was entered is sent once when it is back.
    private static async Task VaccinateWithoutNetwork(IPage nurse, string screen)
    {
        await nurse.Context.SetOfflineAsync(true);
        await nurse.FillAsync("#Sought", "020078000011||Lý Văn Quân|02091978|Nam|Nà Nùng|25042021");
        await nurse.Locator("#Sought").PressAsync("Enter");
        await nurse.WaitForSelectorAsync("[data-desk-step=screen]");
        await nurse.ShouldServeEverybody($"desk-away-{screen}");
        await nurse.Keyboard.PressAsync("Enter");
        await nurse.WaitForSelectorAsync("[data-desk-step=inject]");
        await nurse.Keyboard.PressAsync("Enter");
        await Assertions.Expect(nurse.Locator("[data-desk-count]")).ToHaveTextAsync("2");
        await nurse.FillAsync("#away-sought", "ly van quan");
        await nurse.Locator("#away-sought").PressAsync("Enter");
        await nurse.FillAsync("#away-leave", "về sớm");
        await nurse.Locator("#away-leave").PressAsync("Enter");
        await Assertions.Expect(nurse.Locator("[data-desk-count]")).ToHaveTextAsync("3");

        await nurse.Context.SetOfflineAsync(false);
        await Assertions.Expect(nurse.Locator("[data-desk-waiting]")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await nurse.WaitForSelectorAsync("#Sought");
        await nurse.ShouldServeEverybody($"desk-back-{screen}");
    }

    private static async Task Sign(TestHouses houses, IPage committee, string screen)
    {
        await committee.GotoAsync($"{houses.Platform}/sessions");
        await committee.ShouldServeEverybody($"sessions-calendar-{screen}");
        await committee.Locator("table.list tbody a").ClickAsync();
        await committee.Locator("a[data-key=r]").ClickAsync();
        await committee.ShouldServeEverybody($"result-{screen}");
        await committee.Locator("button[data-key=s]").ClickAsync();
        await committee.ShouldServeEverybody($"result-signed-{screen}");
        Assert.Equal(1, await committee.Locator(".notice.is-right").CountAsync());
        var result = committee.Url;
        var document = await committee.RunAndWaitForDownloadAsync(() => committee.Locator("a[data-key=e]").ClickAsync());
        var signature = await committee.RunAndWaitForDownloadAsync(() => committee.Locator("a[href$='handler=signature']").ClickAsync());
        await committee.Locator("a[href='/signatures']").ClickAsync();
        await committee.SetInputFilesAsync("#document", await document.PathAsync());
        await committee.SetInputFilesAsync("#signature", await signature.PathAsync());
        await committee.Locator("button[data-key=s]").ClickAsync();
        await committee.ShouldServeEverybody($"signature-checked-{screen}");
        Assert.Equal(1, await committee.Locator(".notice.is-right").CountAsync());
        await committee.GotoAsync(result);
    }

    // A mistake is found afterwards: the station proposes, the district's health centre confirms, and the committee signs anew.
    private async Task Correct(TestHouses houses, IPage nurse, IPage committee, int width, string screen)
    {
        await nurse.Locator("a[data-key=k]").ClickAsync();
        var corrections = nurse.Url;
        await nurse.FillAsync("#dose-place", "1");
        await nurse.SelectOptionAsync("#kind", "DoseNumber");
        await nurse.FillAsync("#to", "2");
        await nurse.FillAsync("#dose-reason", "mũi 1 đã tiêm ở nơi khác, có phiếu");
        await nurse.Locator("form:has(#dose-place) button").ClickAsync();
        await nurse.ShouldServeEverybody($"correction-{screen}");

        var district = await browser.SignIn(houses, "DistrictHealthCentre", "TTYT-183", width);
        await district.GotoAsync(corrections);
        await district.ShouldServeEverybody($"correction-second-person-{screen}");
        await district.Locator("form[action$=confirm] button").ClickAsync();

        await committee.GotoAsync(corrections.Replace("corrections", "result", StringComparison.Ordinal));
        await committee.ShouldServeEverybody($"result-corrected-{screen}");
        await committee.Locator("button[data-key=s]").ClickAsync();
        Assert.Equal(1, await committee.Locator(".notice.is-right").CountAsync());
        await committee.Locator("nav a[href$='version=1']").ClickAsync();
        await committee.ShouldServeEverybody($"result-as-it-was-{screen}");
        Assert.Equal(1, await committee.Locator(".notice.is-right").CountAsync());
    }

    // One is twice on the list, and has a record already.
    private static async Task Settle(IPage nurse, string screen)
    {
        await nurse.Locator("a[href$='/alike']").ClickAsync();
        await nurse.ShouldServeEverybody($"list-alike-{screen}");
        await nurse.Locator("[data-pair='2'] button[name=same][value=true]").First.ClickAsync();
        await nurse.Locator("button[data-key=l]").ClickAsync();
    }

    private async Task<IPage> Verify(TestHouses houses, int width, string screen)
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
        await SecondLook(houses, officer, width, screen);
        await officer.CheckAsync("input[name=sure]");
        await officer.Locator("form:has(input[name=sure]) button").ClickAsync();
        Assert.Equal(1, await officer.Locator(".notice code").CountAsync());
        return officer;
    }

    // From today on the commune's police can issue cards where people are vaccinated.
    private static async Task AskForCards(TestHouses houses, IPage officer, string screen)
    {
        await officer.GotoAsync($"{houses.Register}/cards");
        await officer.FillAsync("#from", Shown.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await officer.FillAsync("#word", "cần một phòng có ổ điện");
        await officer.Locator("button[data-key=n]").ClickAsync();
        await officer.ShouldServeEverybody($"cards-asked-{screen}");
    }

    // The district's police send the row back once, with a word; decided again, they agree.
    private async Task SecondLook(TestHouses houses, IPage officer, int width, string screen)
    {
        await officer.WaitForSelectorAsync("button[data-key=d]");
        var list = officer.Url;
        Assert.Equal(0, await officer.Locator("input[name=sure]").CountAsync());
        await officer.ShouldServeEverybody($"survey-ask-second-look-{screen}");
        await officer.Locator("button[data-key=d]").ClickAsync();
        await officer.ShouldServeEverybody($"survey-waits-second-look-{screen}");
        var second = await browser.SignIn(houses, "DistrictPolice", null, width);
        await second.Locator("a[href$='/second-look'][href^='/lists/']").First.ClickAsync();
        await second.ShouldServeEverybody($"survey-second-look-{screen}");
        await second.FillAsync("input[name=word]", "xem lại giấy khai sinh");
        await second.Locator("button[data-key=d]").ClickAsync();

        await officer.GotoAsync(list);
        await officer.ShouldServeEverybody($"survey-sent-back-{screen}");
        await officer.Locator("a[data-key=n]").ClickAsync();
        await officer.ShouldServeEverybody($"survey-row-sent-back-{screen}");
        await officer.Locator("button[data-key='1']").ClickAsync();
        await officer.Locator("button[data-key=d]").ClickAsync();
        await officer.WaitForSelectorAsync(".notice.is-waiting");
        await second.GotoAsync(list);
        await second.Locator("a[data-key=d]").ClickAsync();
        await second.Locator("button[data-key=d]").ClickAsync();
        await second.ShouldServeEverybody($"survey-looked-at-{screen}");
        await officer.GotoAsync(list);
    }
}
