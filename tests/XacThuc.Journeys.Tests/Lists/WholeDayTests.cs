using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Journeys.Tests.Lists;

/// <summary>A morning at a station: several people come, and several desks work at the same time.</summary>
public sealed class WholeDayTests(Browser browser)
{
    private const int People = 8;

    [Fact]
    public async Task Desks_that_work_at_once_vaccinate_everybody_once_and_the_balance_closes()
    {
        var everybody = Enumerable.Range(1, People).Select(at => string.Create(CultureInfo.InvariantCulture, $"02007800{at:0000},,Lý Văn {Given[at - 1]},Nam,1978-09-{at:00},06226"));
        await using var houses = await GivenWrongRecords.Open(TestDatabase.Sqlite, $"personal_id,old_id,full_name,sex,date_of_birth,commune_code\n{string.Join('\n', everybody)}\n");
        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", 1280);
        var committee = await ApproveList(houses, nurse);
        var session = await PlanSession(houses, nurse);

        var screening = await Desk(houses, session, 1280);
        var injecting = await Desk(houses, session, 390);
        var other = await Desk(houses, session, 1280);
        await Task.WhenAll(Screen(screening), Inject(injecting, 1), Inject(other, 2));

        var (one, two) = await TakeTheLast(injecting, other);
        Assert.Contains(1, new[] { one, two });
        await LetGo(screening);
        await nurse.GotoAsync(session);
        await nurse.FillAsync("input[name=discarded]", "0");
        await nurse.FillAsync("input[name=returned]", "0");
        await nurse.Locator("button[data-key=c]").ClickAsync();
        await nurse.ShouldServeEverybody("whole-day-closed");
        await committee.GotoAsync($"{session}/result");
        Assert.Equal(People, await committee.Locator("table tbody tr:has-text('Lý Văn')").CountAsync());
        await committee.Locator("button[data-key=s]").ClickAsync();
        Assert.Equal(1, await committee.Locator(".notice.is-right").CountAsync());
    }

    private static string[] Given { get; } = ["An", "Bình", "Cường", "Dũng", "Giang", "Hùng", "Khánh", "Long"];

    private async Task<IPage> ApproveList(TestHouses houses, IPage nurse)
    {
        var rows = Enumerable.Range(1, People).Select(at => string.Create(CultureInfo.InvariantCulture, $"{at};Lý Văn {Given[at - 1]};Nam;{at:00}/09/1978;02007800{at:0000};Nà Nùng"));
        await nurse.GotoAsync($"{houses.Platform}/lists");
        await nurse.FillAsync("#title", "Mũi 1 thôn Nà Nùng");
        var file = $"STT;Họ và tên;Giới tính;Ngày sinh;Số CCCD/CMND;Thôn\n{string.Join('\n', rows)}\n";
        await nurse.SetInputFilesAsync("#file", new FilePayload { Name = "danh sach.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await nurse.Locator("button[data-key=n]").ClickAsync();
        var list = nurse.Url;
        await nurse.Locator("button[data-key=s]").ClickAsync();

        var officer = await browser.SignIn(houses, "CommunePolice", "CAX-06226", 1280);
        await officer.GotoUntil($"{houses.Register}/lists", "table.list tbody a");
        await officer.Locator("table.list tbody a").ClickAsync();
        await officer.Locator("button[data-key=c]").ClickAsync();
        await officer.CheckAsync("input[name=sure]");
        await officer.Locator("form:has(input[name=sure]) button").ClickAsync();

        await nurse.GotoUntil(list, ".verdict:text-is('đã đối chiếu, chờ duyệt')");
        var committee = await browser.SignIn(houses, "CommuneCommittee", "UBND-06226", 1280);
        await committee.GotoAsync(list);
        await committee.Locator("button[data-key=d]").ClickAsync();
        return committee;
    }

    // As many doses as people: one given twice would leave somebody without.
    private static async Task<string> PlanSession(TestHouses houses, IPage nurse)
    {
        await nurse.GotoAsync($"{houses.Platform}/lots");
        await nurse.SelectOptionAsync("#product", "comirnaty");
        await nurse.FillAsync("#lot", "FH8020");
        await nurse.FillAsync("#expires", "2099-12-31");
        await nurse.FillAsync("#doses", $"{People}");
        await nurse.Locator("main form button").ClickAsync();
        await nurse.GotoAsync($"{houses.Platform}/sessions");
        await nurse.FillAsync("#place", "Trạm Y tế xã Hợp Thành");
        await nurse.FillAsync("#day", Shown.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await nurse.SelectOptionAsync("#product", "comirnaty");
        await nurse.Locator("button[data-key=n]").ClickAsync();
        var session = nurse.Url.Split('?')[0];
        await nurse.FillAsync("#doses", $"{People}");
        await nurse.Locator("form:has(#doses) button").ClickAsync();
        return session;
    }

    private async Task<IPage> Desk(TestHouses houses, string session, int width)
    {
        var desk = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await desk.GotoAsync($"{session}/desk");
        return desk;
    }

    private static async Task Screen(IPage desk)
    {
        for (var number = 1; number <= People; number++)
        {
            await Find(desk, number);
            await desk.Locator("[data-desk-online] button[value=Fit]").ClickAsync();
            await desk.WaitForSelectorAsync("#lot");
        }
    }

    // All but the last, who is for both: whoever is not screened yet is asked for again.
    private static async Task Inject(IPage desk, int first)
    {
        for (var number = first; number < People; number += 2)
        {
            await Find(desk, number);
            while (await desk.Locator("#lot").CountAsync() == 0) await Find(desk, number);
            await desk.Locator("form[action$='handler=inject'] button").ClickAsync();
            await desk.WaitForSelectorAsync("#leave-note");
        }
    }

    // Both have the last person before them and press at the same moment.
    private static async Task<(int One, int Two)> TakeTheLast(IPage one, IPage two)
    {
        foreach (var desk in (IPage[])[one, two]) await Find(desk, People);
        await Task.WhenAll(Press(one), Press(two));
        return (await one.Locator("#leave-note").CountAsync(), await two.Locator("#leave-note").CountAsync());

        async Task Press(IPage desk)
        {
            await desk.Locator("form[action$='handler=inject'] button").ClickAsync();
            await desk.WaitForSelectorAsync("#leave-note, .notice.is-wrong");
        }
    }

    private static async Task LetGo(IPage desk)
    {
        for (var number = 1; number <= People; number++)
        {
            await Find(desk, number);
            await desk.FillAsync("#leave-note", "khoẻ");
            await desk.Locator("form:has(#leave-note) button").ClickAsync();
            await desk.WaitForSelectorAsync("[data-desk-online]:not(:has(#person))");
        }
    }

    private static async Task Find(IPage desk, int number)
    {
        await desk.FillAsync("#Sought", string.Create(CultureInfo.InvariantCulture, $"02007800{number:0000}||||||"));
        await desk.Locator("#Sought").PressAsync("Enter");

        // The page that answers has an empty field.
        await desk.WaitForFunctionAsync(
            "at => document.getElementById('Sought').value === '' && document.getElementById('person')?.textContent.startsWith(at)", $"{number} ");
    }
}
