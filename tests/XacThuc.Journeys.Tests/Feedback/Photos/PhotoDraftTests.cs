using Microsoft.Playwright;
using SkiaSharp;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Platform.Tests.Feedback.Photos;
using Xunit;

namespace XacThuc.Journeys.Tests.Feedback.Photos;

public sealed class PhotoDraftTests(Browser browser)
{
    private const string Words = "Tên tôi trong giấy xác nhận bị sai.";

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task What_is_written_is_kept_and_offered_again_but_no_code(int width, string screen)
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Written(house, width);

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[data-draft-use]");
        await page.FillAsync("#words", "Gõ thêm trước khi chọn.");
        await page.WaitForTimeoutAsync(700);
        Assert.Matches("từ [0-9]{2}:[0-9]{2}", await page.InnerTextAsync("[data-draft-bar]"));
        await page.ShouldServeEverybody($"photo-draft-{screen}");
        await page.ClickAsync("[data-draft-use]");
        await PhotoFieldTests.Shown(page, 1);

        Assert.Equal(Words, await page.InputValueAsync("#words"));
        Assert.Equal("a", await page.InputValueAsync("#kind"));
        Assert.True(await page.IsCheckedAsync("#agree"));
        Assert.Equal("", await page.InputValueAsync("#code"));
        Assert.DoesNotContain("123456", await Kept(page), StringComparison.Ordinal);
        await page.ClickAsync("#send");
        await page.WaitForSelectorAsync("#sent");
        Assert.Single(Assert.Single(house.Sent).Photos);
        Assert.Equal("[]", await Kept(page));
    }

    [Fact]
    public async Task Without_a_network_it_is_kept_and_sent_later()
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Written(house, 390);

        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("#send");
        await page.WaitForSelectorAsync("[data-draft-away]");
        Assert.Contains("bản nháp được giữ", await page.InnerTextAsync("[data-draft-bar]"), StringComparison.Ordinal);
        await Browser.Shoot(page, "photo-draft-away-phone");
        Assert.Contains(Words, await Kept(page), StringComparison.Ordinal);
        await page.ClickAsync("[data-draft-again]");
        await page.WaitForSelectorAsync("[data-draft-away]");
        await page.Context.SetOfflineAsync(false);
        await page.ClickAsync("[data-draft-again]");
        await page.WaitForSelectorAsync("#sent");

        var (words, code, photos) = Assert.Single(house.Sent);
        Assert.Equal((Words, "123456", 1), (words, code, photos.Count));
        Assert.Equal("[]", await Kept(page));
    }

    [Fact]
    public async Task Pressed_twice_in_a_row_it_is_sent_once()
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Written(house, 390);

        await page.EvaluateAsync("() => { const form = document.getElementById('send').form; form.requestSubmit(); form.requestSubmit(); }");
        await page.WaitForSelectorAsync("#sent");

        Assert.Single(house.Sent);
    }

    [Fact]
    public async Task A_draft_can_be_deleted_and_is_gone_after_a_week()
    {
        await using var house = await GivenPhotoPage.Open();
        var page = await Written(house, 390);
        await page.ReloadAsync();
        await page.ClickAsync("[data-draft-drop]");
        await page.Locator("[data-draft-bar]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Equal("[]", await Kept(page));

        page = await Written(house, 390);
        await page.Clock.InstallAsync(new() { TimeDate = TimeProvider.System.GetUtcNow().AddDays(8).UtcDateTime });
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("() => indexedDB.databases().then((all) => all.length > 0)");
        await page.WaitForTimeoutAsync(500);

        Assert.False(await page.IsVisibleAsync("[data-draft-bar]"));
        Assert.Equal("[]", await Kept(page));
    }

    private async Task<IPage> Written(GivenPhotoPage house, int width)
    {
        var page = await browser.Open(width, offline: false);
        await page.GotoAsync($"{house.Address}/test/report");
        await page.FillAsync("#words", Words);
        await page.SelectOptionAsync("#kind", "a");
        await page.CheckAsync("#agree");
        await page.FillAsync("#code", "123456");
        await page.SetInputFilesAsync("#photos", PhotoFieldTests.File("a.jpg", GivenPhoto.File(SKEncodedImageFormat.Jpeg)));
        await PhotoFieldTests.Shown(page, 1);
        await page.WaitForFunctionAsync($"() => ({Read}).then((text) => text.includes('a.jpg'))");
        return page;
    }

    private const string Read =
        """
        new Promise((done) => {
          const asked = indexedDB.open("xacthuc-drafts");
          asked.onsuccess = () => {
            if (!asked.result.objectStoreNames.contains("drafts")) { asked.result.close(); return done("[]"); }
            const read = asked.result.transaction(["drafts", "photos"]);
            const drafts = read.objectStore("drafts").getAll();
            const photos = read.objectStore("photos").getAll();
            read.oncomplete = () => {
              asked.result.close();
              done(JSON.stringify([...drafts.result, ...photos.result.flat().map((photo) => [photo.name, photo.bytes.byteLength])]));
            };
          };
        })
        """;

    private static Task<string> Kept(IPage page) => page.EvaluateAsync<string>($"() => {Read}");
}
