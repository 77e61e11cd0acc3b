using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Journeys.Tests.Portal;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.CheckPoints;

/// <summary>A place is registered, a guard's phone enrolled, people scanned and counted; a citizen shows the personal code and declares a visit; two of the health centre trace.</summary>
public sealed class CheckPointTests(Browser browser)
{
    private const string Records =
        "Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Thôn,Số điện thoại\n" +
        "r1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,Nà Nùng,0912 000 001\n";

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_place_is_registered_its_guard_enrolled_and_who_passes_is_counted_and_masked(int width, string screen)
    {
        await using var houses = await TestHouses.WithAccounts(TestDatabase.Sqlite);
        var me = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);

        await me.GotoAsync($"{houses.Platform}/check-points");
        await me.ShouldServeEverybody($"check-points-none-{screen}");
        await me.Keyboard.PressAsync("n");
        await me.WaitForURLAsync("**/check-points/write");
        await me.FillAsync("#name", "Cổng trạm y tế Hợp Thành");
        await me.SelectOptionAsync("#kind", "HealthFacility");
        await me.FillAsync("#address", "Xã Hợp Thành");
        await me.FillAsync("#responsible", "Hoàng Văn Thụ");
        await me.FillAsync("#phone", "12");
        await me.Locator("button[data-key=s]").ClickAsync();
        await me.WaitForSelectorAsync("#problem");
        await me.ShouldServeEverybody($"check-point-write-{screen}");
        await me.FillAsync("#phone", "0912 345 678");
        await me.Locator("button[data-key=s]").ClickAsync();
        await me.WaitForURLAsync("**/check-points/1");
        await me.Locator("[data-key=d]").ClickAsync();
        await me.WaitForURLAsync("**/devices");
        await me.FillAsync("#guard", "Bảo vệ Tâm");
        await me.Locator("form[action$='handler=link'] button").ClickAsync();
        var link = await me.Locator("#enrol-link").InnerTextAsync();
        await me.ShouldServeEverybody($"check-point-link-{screen}");
        Assert.DoesNotContain("enrol=", me.Url, StringComparison.Ordinal);

        await Scan(houses, link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        await me.GotoAsync($"{houses.Platform}/check-points/1");
        await me.ShouldServeEverybody($"check-point-{screen}");
        var page = await me.InnerTextAsync("main");
        Assert.Contains("N*** V*** A", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NGUYEN", page, StringComparison.Ordinal);
        await me.GotoAsync($"{houses.Platform}/check-points");
        await me.ShouldServeEverybody($"check-points-{screen}");
        foreach (var address in (string[])["/check-points/1/poster", "/check-points/erased", "/check-points/1/devices"])
        {
            await me.GotoAsync(houses.Platform + address);
            await me.ShouldServeEverybody($"check-point{address.Replace('/', '-')}-{screen}");
        }

        await me.Locator("form[action$='handler=off'] button").ClickAsync();
        await me.WaitForSelectorAsync("form[action$='handler=off']", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Contains("đã tắt", await me.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task The_health_centre_asks_to_trace_and_sees_once_a_second_person_approves(int width, string screen)
    {
        await using var houses = await TestHouses.WithAccounts(TestDatabase.Sqlite);
        var me = await browser.SignIn(houses, "DistrictHealthCentre", null, width);
        var today = XacThuc.Web.Shell.Shown.Day(TimeProvider.System.GetUtcNow());

        await me.GotoAsync($"{houses.Platform}/check-points/trace");
        await me.FillAsync("#number", "020078000011");
        await me.FillAsync("#from", $"{today.AddDays(-2):yyyy-MM-dd}T07:00");
        await me.FillAsync("#until", $"{today.AddDays(-1):yyyy-MM-dd}T07:00");
        await me.FillAsync("#case", "CB-01");
        await me.FillAsync("#reason", "ngắn");
        await me.Locator("main form button.btn-primary").ClickAsync();
        await me.WaitForSelectorAsync("#problem");
        await me.ShouldServeEverybody($"trace-ask-{screen}");
        await me.FillAsync("#reason", "Ca bệnh tại trường, cần báo người ở gần");
        await me.Locator("main form button.btn-primary").ClickAsync();
        await me.WaitForURLAsync("**/check-points/trace/1");
        await me.ShouldServeEverybody($"trace-waits-{screen}");
        Assert.DoesNotContain("020078000011", await me.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await me.Locator("form[action$='handler=approve']").CountAsync());

        var second = await browser.SignIn(houses, "DistrictHealthCentre", null, width, nth: 1);
        await second.GotoAsync(houses.Platform);
        await second.ShouldServeEverybody($"today-trace-{screen}");
        await second.Locator(".work a[href='/check-points/trace/1']").ClickAsync();
        await second.WaitForURLAsync(me.Url);
        await second.ShouldServeEverybody($"trace-approve-{screen}");
        await second.Locator("form[action$='handler=approve'] button").ClickAsync();
        await second.WaitForSelectorAsync("form[action$='handler=approve']", new() { State = WaitForSelectorState.Detached });
        await me.ReloadAsync();
        await me.ShouldServeEverybody($"trace-result-{screen}");
        Assert.Equal(1, await me.Locator("a[href$='handler=export']").CountAsync());
    }

    [Theory]
    [InlineData(1280, "desktop", true)]
    [InlineData(390, "phone", true)]
    [InlineData(390, "phone-no-script", false)]
    public async Task A_citizen_scans_a_place_signs_in_goes_in_and_shows_the_personal_code(int width, string screen, bool script)
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var station = await browser.SignIn(houses, "HealthStation", "TYT-06226", 1280);
        await station.GotoAsync($"{houses.Platform}/check-points/write");
        foreach (var (field, value) in new[] { ("#name", "Chợ Hợp Thành"), ("#address", "Xã Hợp Thành"), ("#responsible", "Ban quản lý"), ("#phone", "0912345678") }) await station.FillAsync(field, value);
        await station.Locator("button[data-key=s]").ClickAsync();
        await station.WaitForURLAsync("**/check-points/1");
        var citizen = await browser.Open(width, script: script, offline: false);

        await citizen.GotoAsync($"{houses.Platform}/portal/place/DKS-TYT-06226-{XacThuc.Web.Shell.Shown.Day(TimeProvider.System.GetUtcNow()).Year}-001");
        await citizen.FillAsync("#name", "ly van quan");
        await citizen.FillAsync("#date", "02/09/1978");
        await citizen.CheckAsync("input[value=Nam]");
        await citizen.FillAsync("#known", "0912000001");
        await citizen.Locator("main form button.btn-primary").ClickAsync();
        await citizen.FillAsync("#code", await SentCode.Last(houses));
        await citizen.Keyboard.PressAsync("Enter");
        await citizen.WaitForSelectorAsync(".way-buttons");
        await Serves(citizen, $"portal-place-{screen}", script);
        await citizen.Locator("button[value=In]").ClickAsync();
        await citizen.WaitForSelectorAsync(".passed");
        await Serves(citizen, $"portal-place-in-{screen}", script);
        await citizen.Locator("a[href$='/visits']").ClickAsync();
        await citizen.WaitForSelectorAsync(".doses");
        await Serves(citizen, $"portal-visits-{screen}", script);
        Assert.Contains("Chợ Hợp Thành", await citizen.InnerTextAsync("main"), StringComparison.Ordinal);
        await citizen.Locator(".trail a").ClickAsync();
        await citizen.Locator("a[href$='/code']").ClickAsync();
        await citizen.WaitForSelectorAsync(".own-code");
        await Serves(citizen, $"portal-code-{screen}", script);
        Assert.Contains("Lý Văn Quân", await citizen.InnerTextAsync("main"), StringComparison.Ordinal);
        await citizen.Locator("main a.btn-primary").ClickAsync();
        await citizen.WaitForSelectorAsync(".own-code");
    }

    private static async Task Serves(Microsoft.Playwright.IPage page, string name, bool script)
    {
        if (script) await page.ShouldServeEverybody(name);
        else await Browser.Shoot(page, name);
    }

    private static async Task Scan(TestHouses houses, string token)
    {
        using var phone = new HttpClient { BaseAddress = new Uri(houses.Platform) };
        using var enrolled = await phone.PostAsJsonAsync("verifier/api/devices", new { token, name = "Chrome" }, TestContext.Current.CancellationToken);
        var secret = (await enrolled.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("secret").GetString();
        phone.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        var at = TimeProvider.System.GetUtcNow();
        object[] scans =
        [
            new { id = Guid.NewGuid(), at, way = "in", kind = "personal-qr", verdict = "genuine", person = new { name = "NGUYEN VAN AN", born = "1987", qid = "162979388586171100" } },
            new { id = Guid.NewGuid(), at, way = "out", kind = "hcert", verdict = "rule-not-met", reasons = (string[])["over"], person = new { name = "TRAN THI BINH" } },
        ];
        using var kept = await phone.PostAsJsonAsync("verifier/api/scans", new { scans }, TestContext.Current.CancellationToken);
        kept.EnsureSuccessStatusCode();
    }
}
