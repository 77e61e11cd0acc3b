using Microsoft.Playwright;
using XacThuc.Testing.Houses;

namespace XacThuc.Journeys.Tests.Loop;

/// <summary>An officer of the commune asks for the second look at a list, and one of the district gives it.</summary>
internal static class SecondLook
{
    public static async Task LookASecondTime(this Browser browser, TestHouses houses, IPage officer, int width, string? screen = null)
    {
        await officer.Locator("button[data-key=d]").ClickAsync();
        var list = officer.Url;
        var second = await browser.SignIn(houses, "DistrictPolice", null, width);
        await second.GotoAsync($"{list}/second-look");
        if (screen is not null) await second.ShouldServeEverybody(screen);
        await second.Locator("button[data-key=d]").ClickAsync();
        await officer.GotoAsync(list);
    }
}
