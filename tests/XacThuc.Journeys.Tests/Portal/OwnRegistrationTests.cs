using System.Text.RegularExpressions;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>A resident registers with a phone, without an account; the station puts them on a list.</summary>
public sealed partial class OwnRegistrationTests(Browser browser)
{
    [Theory]
    [InlineData(1280, "desktop", true)]
    [InlineData(390, "phone", true)]
    [InlineData(390, "phone-no-script", false)]
    public async Task A_resident_registers_and_follows_it_and_the_station_takes_them(int width, string screen, bool script)
    {
        await using var houses = await GivenWrongRecords.Open("record_id,full_name,sex,date_of_birth,id_number,commune_code\nr1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226\n");
        var resident = await browser.Open(width, script: script, offline: false);

        await resident.GotoAsync($"{houses.Platform}/portal/register");
        await Serves(resident, $"portal-register-{screen}", script);
        await resident.Locator("main form:last-of-type button.btn-primary").ClickAsync();
        await Serves(resident, $"portal-register-problems-{screen}", script);
        await Fill(resident);
        await resident.Locator("main form:last-of-type button.btn-primary").ClickAsync();
        await Serves(resident, $"portal-code-{screen}", script);
        await resident.FillAsync("#code", "000000");
        await resident.Keyboard.PressAsync("Enter");
        await resident.WaitForSelectorAsync("#problem");
        await Serves(resident, $"portal-code-wrong-{screen}", script);
        await resident.FillAsync("#code", await SentCode.Last(houses));
        await resident.Keyboard.PressAsync("Enter");
        await resident.WaitForSelectorAsync("main code");
        await Serves(resident, $"portal-registered-{screen}", script);
        var follow = await resident.Locator("main code").InnerTextAsync();

        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/lists");
        await nurse.ShouldServeEverybody($"lists-registered-{screen}");
        await nurse.Locator("a[data-key=r]").ClickAsync();
        await nurse.ShouldServeEverybody($"registrations-{screen}");
        await nurse.Locator("table.list tbody th a").First.ClickAsync();
        await nurse.ShouldServeEverybody($"registration-{screen}");
        await nurse.GoBackAsync();
        await nurse.Locator("main form button.btn-primary").ClickAsync();
        await nurse.WaitForURLAsync(url => LastSegment().IsMatch(url));

        await resident.GotoAsync($"{houses.Platform}/portal/status");
        await resident.FillAsync("#code", follow);
        await resident.FillAsync("#last4", "0001");
        await resident.Keyboard.PressAsync("Enter");
        await resident.WaitForSelectorAsync(".stages");
        await Serves(resident, $"portal-status-{screen}", script);
        Assert.Equal(2, await resident.Locator(".stages .done").CountAsync());
    }

    // Axe is a script.
    private static Task Serves(IPage page, string name, bool script) => script ? page.ShouldServeEverybody(name) : Browser.Shoot(page, name);

    private static async Task Fill(IPage resident)
    {
        await resident.FillAsync("#name", "Lý Văn Quân");
        await resident.FillAsync("#date", "02/09/1978");
        await resident.CheckAsync("#sex-male");
        await resident.FillAsync("#idNumber", "020078000011");
        await resident.FillAsync("#phone", "0912 000 001");
        await resident.SelectOptionAsync("#commune", "06226");
        await resident.FillAsync("#hamlet", "Nà Nùng");
        await resident.CheckAsync("#consent");
    }

    [GeneratedRegex("/lists/[0-9]+$")]
    private static partial Regex LastSegment();
}
