using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>A grandchild on a phone finds grandmother's record, sees what is wrong and who looked, and lets an aunt see it.</summary>
public sealed class OwnRecordTests(Browser browser)
{
    private const string Records =
        "Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Thôn,Số điện thoại\n" +
        "r1,Nông Thị Hoa,Nữ,03/04/1950,020150000009,06226,Nà Nùng,0912 000 001\n";

    [Theory]
    [InlineData(1280, "desktop", true)]
    [InlineData(390, "phone", true)]
    [InlineData(390, "phone-no-script", false)]
    public async Task A_record_is_found_by_phone_and_tells_what_is_wrong_and_who_looked(int width, string screen, bool script)
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/records/wrong");
        var citizen = await browser.Open(width, script: script, offline: false);

        await citizen.GotoAsync($"{houses.Platform}/portal");
        await Serves(citizen, $"portal-first-{screen}", script);
        await citizen.Locator(".doors a").First.ClickAsync();
        await Serves(citizen, $"portal-look-{screen}", script);
        await citizen.FillAsync("#name", "nong thi hoa");
        await citizen.FillAsync("#date", "1950");
        await citizen.CheckAsync("input[value=Nữ]");
        await citizen.FillAsync("#known", "12");
        await citizen.Locator("main form button.btn-primary").ClickAsync();
        await citizen.WaitForSelectorAsync("#known-problem");
        await Serves(citizen, $"portal-look-problem-{screen}", script);
        await citizen.FillAsync("#known", "0912000001");
        await citizen.Locator("main form button.btn-primary").ClickAsync();
        await citizen.WaitForSelectorAsync("#code");
        await Serves(citizen, $"portal-look-code-{screen}", script);
        await citizen.FillAsync("#code", await SentCode.Last(houses));
        await citizen.Keyboard.PressAsync("Enter");
        await citizen.WaitForSelectorAsync(".standing");
        await citizen.Locator(".more > summary").ClickAsync();
        await Serves(citizen, $"portal-my-{screen}", script);
        Assert.Contains("Nông Thị Hoa", await citizen.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        await citizen.Locator(".doors.small a").Nth(1).ClickAsync();
        await citizen.FillAsync("#to", "0987 654 321");
        await citizen.Locator("main form button.btn-primary").ClickAsync();
        await citizen.WaitForSelectorAsync(".agreed");
        await Serves(citizen, $"portal-family-{screen}", script);
        await citizen.Locator(".trail a").ClickAsync();
        await citizen.Locator(".doors.small a").Nth(2).ClickAsync();
        await Serves(citizen, $"portal-data-{screen}", script);
        await citizen.Locator(".trail a").ClickAsync();
        await citizen.Locator(".doors.small a").First.ClickAsync();
        await Serves(citizen, $"portal-my-phone-{screen}", script);
    }

    [Fact]
    public async Task The_first_page_weighs_less_than_60_kilobytes_on_the_wire()
    {
        await using var houses = await TestHouses.WithAccounts(TestDatabase.Sqlite);
        var citizen = await browser.Open(390, offline: false);
        var answers = new List<IResponse>();
        citizen.Response += (_, answer) => answers.Add(answer);

        await citizen.GotoAsync($"{houses.Platform}/portal", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var weight = 0;
        foreach (var answer in answers)
        {
            var sizes = await answer.Request.SizesAsync();
            weight += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        TestContext.Current.SendDiagnosticMessage($"The first page: {weight} bytes in {answers.Count} answers.");
        Assert.InRange(weight, 10_000, 60_000);
        Assert.DoesNotContain(answers, answer => answer.Url.EndsWith(".js", StringComparison.Ordinal));
    }

    // Axe is a script.
    private static Task Serves(IPage page, string name, bool script) => script ? page.ShouldServeEverybody(name) : Browser.Shoot(page, name);
}
