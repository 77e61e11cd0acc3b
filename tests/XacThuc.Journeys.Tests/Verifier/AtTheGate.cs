using Microsoft.Playwright;
using Xunit;

namespace XacThuc.Journeys.Tests.Verifier;

/// <summary>What guards do, and what must hold of what they see.</summary>
internal static class AtTheGate
{
    /// <summary>Opens the app and waits for its camera and lists.</summary>
    public static async Task<IPage> At(this GivenCamera camera, GivenGate gate, int width = 390, int height = 844)
    {
        var page = await camera.Page(width, height);
        await page.GotoAsync(gate.Address);
        await page.WaitForSelectorAsync("body[data-camera=open][data-lists=asked]");
        return page;
    }

    /// <summary>Opens the app and holds a code before it.</summary>
    public static async Task<IPage> Scan(this GivenCamera camera, GivenGate gate, string text, int width = 390, int height = 844)
    {
        var page = await camera.At(gate, width, height);
        camera.Show(text);
        await page.WaitForSelectorAsync("#verdict:not([hidden])");
        return page;
    }

    /// <summary>A device that was enrolled by a link.</summary>
    public static async Task<IPage> Enrolled(this GivenCamera camera, GivenGate gate)
    {
        var page = await camera.Page();
        await page.GotoAsync(gate.Address + "#enrol=token-1");
        await page.WaitForSelectorAsync("body[data-camera=open]");
        await page.FillAsync("#name", "Cổng chính, máy 1");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#ways:not([hidden])");
        await page.Told("#place", "Cổng chợ");
        return page;
    }

    /// <summary>Waits until a part of the page says something.</summary>
    public static Task Told(this IPage page, string part, string words) => page.Locator(part, new() { HasText = words }).WaitForAsync();

    public static async Task ShouldSay(this IPage page, string verdict, params string[] words)
    {
        await page.WaitForSelectorAsync("#verdict:not([hidden])");
        var said = await page.InnerTextAsync("#verdict");
        Assert.Equal(verdict, await page.GetAttributeAsync("#verdict", "data-is"));
        foreach (var word in words) Assert.Contains(word, said, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Nobody is shut out of it, and it fits the screen.</summary>
    public static async Task ShouldServeGuards(this IPage page, string name)
    {
        await Browser.Shoot(page, name);
        Assert.Equal("", string.Join('\n', await page.Violations()));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "It scrolls sideways.");
    }
}
