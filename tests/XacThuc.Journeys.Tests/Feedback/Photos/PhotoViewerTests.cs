using System.Text.RegularExpressions;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using Xunit;

namespace XacThuc.Journeys.Tests.Feedback.Photos;

public sealed partial class PhotoViewerTests(Browser browser)
{
    private const string Picture = "[data-viewer-stage] img";

    [Fact]
    public async Task Photos_are_looked_at_by_keys_alone()
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Opened(house, 1280);

        var whole = await Box(page);
        await page.Keyboard.PressAsync("+");
        Assert.True((await Box(page)).Width > whole.Width * 1.2);
        await page.Keyboard.PressAsync("r");
        Assert.True(await Scale(page) > 0);
        Assert.Contains("rotate(90deg)", await Transform(page), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("-");
        await page.Keyboard.PressAsync("0");
        Assert.Contains("rotate(90deg)", await Transform(page), StringComparison.Ordinal);
        for (var press = 0; press < 3; press++) await page.Keyboard.PressAsync("r");
        Assert.Equal(whole.Width, (await Box(page)).Width, 0.5);
        await page.Keyboard.PressAsync("]");
        await page.Locator("[data-viewer-which]", new() { HasText = "2/2" }).WaitForAsync();
        Assert.EndsWith("/test/photo/1", await page.GetAttributeAsync(Picture, "src"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("]");
        Assert.Equal("2/2", await page.InnerTextAsync("[data-viewer-which]"));
        await page.Keyboard.PressAsync("[");
        Assert.Equal("1/2", await page.InnerTextAsync("[data-viewer-which]"));

        await page.FocusAsync("[data-viewer-stage]");
        for (var press = 0; press < 5; press++) await page.Keyboard.PressAsync("+");
        var before = await Box(page);
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(before.X - 60, (await Box(page)).X, 0.5);
    }

    [Fact]
    public async Task The_wheel_zooms_where_it_points_and_dragging_moves()
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Opened(house, 1280);
        var stage = (await page.Locator("[data-viewer-stage]").BoundingBoxAsync())!;
        var (x, y) = (stage.X + stage.Width * 0.4f, stage.Y + stage.Height * 0.3f);
        await page.Mouse.MoveAsync(x, y);
        await Wheel(page, 4);

        // Larger than the stage on both sides from here on.
        var before = await Box(page);
        await Wheel(page, 4);
        var after = await Box(page);

        // The same place of the photo is under the pointer.
        Assert.True(after.Width > before.Width * 1.9);
        Assert.Equal((x - before.X) / before.Width, (x - after.X) / after.Width, 0.01);
        Assert.Equal((y - before.Y) / before.Height, (y - after.Y) / after.Height, 0.01);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x - 40, y - 30, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        var dragged = await Box(page);
        Assert.Equal(after.X - 40, dragged.X, 1);
        Assert.Equal(after.Y - 30, dragged.Y, 1);
    }

    [Theory]
    [InlineData(1280, "desktop", true)]
    [InlineData(390, "phone", true)]
    [InlineData(390, "phone-no-script", false)]
    public async Task It_serves_everybody(int width, string screen, bool script)
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await browser.Open(width, script: script, offline: false);
        await page.GotoAsync($"{house.Address}/test/viewer");

        if (script) await page.ShouldServeEverybody($"photo-viewer-{screen}");
        else await Browser.Shoot(page, $"photo-viewer-{screen}");

        Assert.Equal(2, await page.Locator("a[href^='/test/photo/']").CountAsync());
        Assert.Equal(script, await page.IsVisibleAsync("[data-viewer-stage]"));
    }

    private static async Task Wheel(IPage page, int turns)
    {
        for (var turn = 0; turn < turns; turn++) await page.Mouse.WheelAsync(0, -100);
        await page.WaitForTimeoutAsync(300);
    }

    private async Task<IPage> Opened(GivenPhotoPage house, int width)
    {
        var page = await browser.Open(width, offline: false);
        await page.GotoAsync($"{house.Address}/test/viewer");
        await page.WaitForFunctionAsync($"() => document.querySelector('{Picture}').complete && document.querySelector('{Picture}').style.transform");
        return page;
    }

    private static async Task<(float X, float Y, float Width, float Height)> Box(IPage page)
    {
        var box = (await page.Locator(Picture).BoundingBoxAsync())!;
        return (box.X, box.Y, box.Width, box.Height);
    }

    private static Task<string> Transform(IPage page) => page.EvaluateAsync<string>($"() => document.querySelector('{Picture}').style.transform");

    private static async Task<double> Scale(IPage page) => double.Parse(ScaleOf().Match(await Transform(page)).Groups["scale"].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"scale\((?<scale>[0-9.]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex ScaleOf();
}
