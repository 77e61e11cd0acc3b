using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using XacThuc.Web.Shell;

namespace XacThuc.Journeys.Tests.Lists;

/// <summary>Up to eight people of a hamlet on an approved list, and a session of today that waits for them.</summary>
internal sealed class GivenMorning : IAsyncDisposable
{
    private static readonly string[] Given = ["An", "Bình", "Cường", "Dũng", "Giang", "Hùng", "Khánh", "Long"];
    private readonly Browser _browser;

    private GivenMorning(Browser browser, TestHouses houses, IPage nurse, IPage committee, string session) =>
        (_browser, Houses, Nurse, Committee, Session) = (browser, houses, nurse, committee, session);

    public TestHouses Houses { get; }

    public IPage Nurse { get; }

    public IPage Committee { get; }

    /// <summary>The session's address.</summary>
    public string Session { get; }

    /// <summary>Opens it.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="people">How many come.</param>
    /// <param name="width">Of the committee's screen.</param>
    /// <param name="remote">What <c>remote-signing.json</c> says.</param>
    public static async Task<GivenMorning> Open(Browser browser, int people, int width = 1280, string? remote = null)
    {
        var everybody = Enumerable.Range(1, people).Select(at => string.Create(CultureInfo.InvariantCulture, $"02007800{at:0000},,Lý Văn {Given[at - 1]},Nam,1978-09-{at:00},06226"));
        var houses = await GivenWrongRecords.Open(TestDatabase.Sqlite, $"personal_id,old_id,full_name,sex,date_of_birth,commune_code\n{string.Join('\n', everybody)}\n", remote);
        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", 1280);
        var committee = await ApproveList(browser, houses, nurse, people, width);
        return new GivenMorning(browser, houses, nurse, committee, await PlanSession(houses, nurse, people));
    }

    /// <summary>A desk, with nobody before it.</summary>
    public async Task<IPage> Desk(int width)
    {
        var desk = await _browser.SignIn(Houses, "HealthStation", "TYT-06226", width);
        await desk.GotoAsync($"{Session}/desk");
        return desk;
    }

    /// <summary>Calls somebody to a desk by the card.</summary>
    public static async Task Find(IPage desk, int number)
    {
        await desk.FillAsync("#Sought", string.Create(CultureInfo.InvariantCulture, $"02007800{number:0000}||||||"));
        await desk.Locator("#Sought").PressAsync("Enter");

        // The page that answers has an empty field.
        await desk.WaitForFunctionAsync(
            "at => document.getElementById('Sought').value === '' && document.getElementById('person')?.textContent.startsWith(at)", $"{number} ");
    }

    /// <summary>Finds somebody fit.</summary>
    public static async Task Screen(IPage desk, int number)
    {
        await Find(desk, number);
        await desk.Locator("[data-desk-online] button[value=Fit]").ClickAsync();
        await desk.WaitForSelectorAsync("#lot");
    }

    /// <summary>Vaccinates whoever stands before the desk, screened.</summary>
    public static async Task Inject(IPage desk)
    {
        await desk.Locator("form[action$='handler=inject'] button").ClickAsync();
        await desk.WaitForSelectorAsync("#leave-note");
    }

    /// <summary>Lets somebody go who was watched.</summary>
    public static async Task LetGo(IPage desk, int number)
    {
        await Find(desk, number);
        await desk.FillAsync("#leave-note", "khoẻ");
        await desk.Locator("form:has(#leave-note) button").ClickAsync();
        await desk.WaitForSelectorAsync("[data-desk-online]:not(:has(#person))");
    }

    /// <summary>The nurse closes the day; no dose is left.</summary>
    public async Task Close()
    {
        await Nurse.GotoAsync(Session);
        await Nurse.FillAsync("input[name=discarded]", "0");
        await Nurse.FillAsync("input[name=returned]", "0");
        await Nurse.Locator("button[data-key=c]").ClickAsync();
    }

    public ValueTask DisposeAsync() => Houses.DisposeAsync();

    private static async Task<IPage> ApproveList(Browser browser, TestHouses houses, IPage nurse, int people, int width)
    {
        var rows = Enumerable.Range(1, people).Select(at => string.Create(CultureInfo.InvariantCulture, $"{at};Lý Văn {Given[at - 1]};Nam;{at:00}/09/1978;02007800{at:0000};Nà Nùng"));
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
        var committee = await browser.SignIn(houses, "CommuneCommittee", "UBND-06226", width);
        await committee.GotoAsync(list);
        await committee.Locator("button[data-key=d]").ClickAsync();
        return committee;
    }

    // As many doses as people: one given twice would leave somebody without.
    private static async Task<string> PlanSession(TestHouses houses, IPage nurse, int people)
    {
        await nurse.GotoAsync($"{houses.Platform}/lots");
        await nurse.SelectOptionAsync("#product", "comirnaty");
        await nurse.FillAsync("#lot", "FH8020");
        await nurse.FillAsync("#expires", "2099-12-31");
        await nurse.FillAsync("#doses", $"{people}");
        await nurse.Locator("main form button").ClickAsync();
        await nurse.GotoAsync($"{houses.Platform}/sessions");
        await nurse.FillAsync("#place", "Trạm Y tế xã Hợp Thành");
        await nurse.FillAsync("#day", Shown.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await nurse.SelectOptionAsync("#product", "comirnaty");
        await nurse.Locator("button[data-key=n]").ClickAsync();
        var session = nurse.Url.Split('?')[0];
        await nurse.FillAsync("#doses", $"{people}");
        await nurse.Locator("form:has(#doses) button").ClickAsync();
        return session;
    }
}
