using Microsoft.Playwright;
using SkiaSharp;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Platform.Tests.Feedback.Photos;
using Xunit;

namespace XacThuc.Journeys.Tests.Feedback.Photos;

public sealed class PhotoFieldTests(Browser browser)
{
    private const string Words = "Tên tôi trong giấy xác nhận bị sai.";

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task Photos_are_looked_at_and_made_smaller_before_they_are_sent(int width, string screen)
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Opened(house, width);

        await page.SetInputFilesAsync("#photos",
        [
            File("sharp.jpg", GivenPhoto.WithSegments(GivenPhoto.File(SKEncodedImageFormat.Jpeg, 4000, 3000), GivenPhoto.Exif(6))),
            File("blurred.jpg", GivenPhoto.File(SKEncodedImageFormat.Jpeg, 2000, 1500, blur: 12)),
            File("dark.png", GivenPhoto.File(SKEncodedImageFormat.Png, 1600, 1200, light: 0.15f)),
            File("IMG_1.HEIC", GivenPhoto.Fixture("paper.heic")),
        ]);
        await Shown(page, 4);

        await page.ShouldServeEverybody($"photo-field-{screen}");
        Assert.Equal([(true, false, false), (false, true, false), (false, null, true)], (await Told(page)).Take(3).Select(told => (told.Good, told.Dark is true ? (bool?)null : told.Blurred, told.Dark)));
        Assert.True(await page.Locator("[data-photo-unseen]").Nth(3).IsVisibleAsync());
        await page.FillAsync("#words", Words);
        await page.ClickAsync("#send");
        await page.WaitForSelectorAsync("#sent");

        var (_, _, photos) = Assert.Single(house.Sent);
        Assert.Equal("sharp.jpg blurred.jpg dark.jpg IMG_1.HEIC", string.Join(' ', photos.Select(photo => photo.Name)));
        Assert.Equal([(1500, 2000), (2000, 1500), (1600, 1200), (640, 480)], photos.Select(photo => (photo.Photo.Width, photo.Photo.Height)));
    }

    [Fact]
    public async Task A_photo_can_be_turned_and_removed_and_no_more_than_five_are_taken()
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Opened(house, 390);
        await page.SetInputFilesAsync("#photos", [File("a.jpg", GivenPhoto.File(SKEncodedImageFormat.Jpeg, 1600, 1200)), File("b.jpg", GivenPhoto.File(SKEncodedImageFormat.Jpeg, 800, 600))]);
        await Shown(page, 2);

        await page.Locator("[data-photo-turn]").First.ClickAsync();
        await Shown(page, 2);
        Assert.Equal("true", await page.EvaluateAsync<string>("String(document.activeElement.matches('[data-photo-turn]'))"));
        await page.Locator("[data-photo-remove]").Nth(1).ClickAsync();
        await Shown(page, 1);
        var more = Enumerable.Range(0, 6).Select(nth => File($"{nth}.jpg", GivenPhoto.File(SKEncodedImageFormat.Jpeg, 700 + nth, 600))).ToArray();
        await page.SetInputFilesAsync("#photos", more);
        await Shown(page, 5);
        Assert.Contains("5 ảnh", await page.InnerTextAsync("#told"), StringComparison.Ordinal);
        await page.FillAsync("#words", Words);
        await page.ClickAsync("#send");
        await page.WaitForSelectorAsync("#sent");

        var photos = Assert.Single(house.Sent).Photos;
        Assert.Equal(5, photos.Count);
        Assert.Equal((1200, 1600), (photos[0].Photo.Width, photos[0].Photo.Height));
        using var turned = SKBitmap.Decode(photos[0].Photo.Bytes);
        Assert.True(turned.GetPixel(1100, 100) is { Red: > 180, Green: < 70 });
    }

    [Fact]
    public async Task What_is_no_photo_or_too_small_is_not_taken_and_it_says_what_to_do()
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Opened(house, 390);

        await page.SetInputFilesAsync("#photos", File("paper.pdf", "%PDF-1.7"u8.ToArray()));
        await page.Locator("#told", new() { HasText = "không phải ảnh" }).WaitForAsync();
        await page.SetInputFilesAsync("#photos", File("small.jpg", GivenPhoto.File(SKEncodedImageFormat.Jpeg, 300, 200)));
        await page.Locator("#told", new() { HasText = "quá nhỏ" }).WaitForAsync();

        Assert.Equal(0, await page.EvaluateAsync<int>("document.getElementById('photos').files.length"));
    }

    [Fact]
    public async Task What_the_server_does_not_take_comes_back_with_the_photos()
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Opened(house, 1280);
        await page.SetInputFilesAsync("#photos", File("a.jpg", GivenPhoto.File(SKEncodedImageFormat.Jpeg)));
        await Shown(page, 1);
        await page.FillAsync("#words", "Sai.");
        await page.ClickAsync("#send");

        await page.WaitForSelectorAsync("#photos-problem");
        await Shown(page, 1);
        Assert.Equal("Sai.", await page.InputValueAsync("#words"));
        await page.FillAsync("#words", Words);
        await page.ClickAsync("#send");
        await page.WaitForSelectorAsync("#sent");

        Assert.Single(Assert.Single(house.Sent).Photos);
    }

    [Fact]
    public async Task Without_script_the_form_is_sent_as_any_form()
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await browser.Open(390, script: false, offline: false);
        await page.GotoAsync($"{house.Address}/test/report");

        await page.SetInputFilesAsync("#photos", File("a.jpg", GivenPhoto.File(SKEncodedImageFormat.Jpeg, 4000, 3000)));
        await Browser.Shoot(page, "photo-field-no-script");
        await page.FillAsync("#words", Words);
        await page.ClickAsync("#send");
        await page.WaitForSelectorAsync("#sent");

        Assert.Equal(2000, Assert.Single(Assert.Single(house.Sent).Photos).Photo.Width);
    }

    internal static FilePayload File(string name, byte[] bytes) => new() { Name = name, Buffer = bytes, MimeType = name[^3..] switch { "png" => "image/png", "jpg" => "image/jpeg", "pdf" => "application/pdf", _ => "" } };

    internal static Task<IElementHandle?> Shown(IPage page, int count) =>
        page.WaitForSelectorAsync($"[data-photos]:not([aria-busy]) [data-photos-list] > li:nth-child({count}):last-child");

    private async Task<IPage> Opened(GivenPhotoPage house, int width)
    {
        var page = await browser.Open(width, offline: false);
        await page.GotoAsync($"{house.Address}/test/report");
        return page;
    }

    private static async Task<List<(bool Good, bool Blurred, bool Dark)>> Told(IPage page)
    {
        var told = new List<(bool, bool, bool)>();
        foreach (var item in await page.Locator("[data-photos-list] > li").AllAsync())
            told.Add((await item.Locator("[data-photo-good]").IsVisibleAsync(), await item.Locator("[data-photo-blurred]").IsVisibleAsync(), await item.Locator("[data-photo-dark]").IsVisibleAsync()));
        return told;
    }
}
