using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace XacThuc.Web.Tests.Shell.Scan;

public sealed partial class ScanFieldTests(CameraBrowsers browsers) : IClassFixture<CameraBrowsers>
{
    private const string Card = "020150123456|080123456|Nông Thị Mai|27111950|Nữ|Nà Làng, Bảo Lâm, Cao Lộc, Lạng Sơn|10072021";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Enter")]
    [InlineData("Tab")]
    public async Task A_scanner_that_types_into_the_field_sends_it_whole(string end)
    {
        await using var nurse = await ScanningPerson.Open(await browsers.WithoutCamera());
        await nurse.Page.FocusAsync("#card");

        await nurse.Scan(Card, end);
        await nurse.WaitForSent(1);

        Assert.Equal([$"button:{Card}"], nurse.Sent);
        Assert.Empty(nurse.Complaints);
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Tab")]
    public async Task A_scanner_that_types_while_the_focus_is_elsewhere_fills_the_field_and_presses_no_key_of_the_page(string end)
    {
        await using var nurse = await ScanningPerson.Open(await browsers.WithoutCamera());

        await nurse.Scan(Card, end);
        await nurse.WaitForSent(1);
        await nurse.Scan(Card, end);
        await nurse.WaitForSent(2);

        Assert.Equal([$"button:{Card}", $"button:{Card}"], nurse.Sent);
        Assert.Empty(nurse.Complaints);
    }

    [Fact]
    public async Task A_scan_that_went_into_another_field_is_taken_out_of_it()
    {
        await using var nurse = await ScanningPerson.Open(await browsers.WithoutCamera());
        await nurse.HoldForm();
        await nurse.Page.FocusAsync("#note");
        await nurse.Page.Keyboard.PressAsync("Home");

        await nurse.Scan(Card, "Enter");
        await nurse.WouldHaveSent(1);

        Assert.Equal((Card, "before"), (await nurse.Page.InputValueAsync("#card"), await nurse.Page.InputValueAsync("#note")));
    }

    [Fact]
    public async Task A_scanner_that_ends_twice_sends_once_and_the_next_scan_replaces_what_stands_there()
    {
        await using var nurse = await ScanningPerson.Open(await browsers.WithoutCamera());
        await nurse.HoldForm();

        await nurse.Scan("020150123456|first", "Enter", "Enter");
        await nurse.WouldHaveSent(1);
        await nurse.Page.FocusAsync("#note");
        await Task.Delay(700, Stop);
        await nurse.Page.FocusAsync("#card");
        await nurse.Scan("020150123456|second", "Enter", "Tab");
        await nurse.WouldHaveSent(2);

        Assert.Equal("020150123456|second", await nurse.Page.InputValueAsync("#card"));
    }

    [Fact]
    public async Task A_person_who_presses_a_key_of_the_page_still_does()
    {
        await using var nurse = await ScanningPerson.Open(await browsers.WithoutCamera());

        await nurse.Page.Keyboard.PressAsync("0");

        await Assertions.Expect(nurse.Page).ToHaveURLAsync(Pressed());
        Assert.Empty(nurse.Sent);
    }

    [Fact]
    public async Task A_finger_that_stays_on_a_key_is_no_scanner()
    {
        await using var nurse = await ScanningPerson.Open(await browsers.WithoutCamera());

        for (var times = 0; times < 12; times++) await nurse.Page.Keyboard.DownAsync("x");
        await nurse.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("", await nurse.Page.InputValueAsync("#card"));
    }

    [Fact]
    public async Task Without_script_it_is_a_plain_field_and_the_scanners_enter_sends_it()
    {
        await using var nurse = await ScanningPerson.Open(await browsers.WithoutCamera(), script: false);

        await nurse.Page.FillAsync("#card", Card);
        Assert.False(await nurse.Page.Locator("[data-camera]").IsVisibleAsync());
        await nurse.Page.Locator("#card").PressAsync("Enter");
        await nurse.WaitForSent(1);

        Assert.Equal([$"button:{Card}"], nurse.Sent);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task The_camera_reads_a_code_sends_it_and_is_off_afterwards(string language)
    {
        await using var nurse = await ScanningPerson.Open(await browsers.Before(Card), language);
        var asked = new List<string>();
        nurse.Page.Context.Request += (_, request) => asked.Add(request.Url);
        await nurse.HoldForm();
        await nurse.Page.EvaluateAsync("""
            const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async (wanted) => (window.camera = await open(wanted));
            true;
            """);

        await nurse.Page.FocusAsync("[data-camera]");
        await nurse.Page.Keyboard.PressAsync("Enter");
        await nurse.WouldHaveSent(1);

        Assert.Equal(Card, await nurse.Page.InputValueAsync("#card"));
        Assert.False(await nurse.Page.Locator("dialog.camera").IsVisibleAsync());
        Assert.Equal("ended", await nurse.Page.EvaluateAsync<string>("window.camera.getTracks().map((track) => track.readyState).join()"));
        var house = new Uri(nurse.Page.Url).GetLeftPart(UriPartial.Authority);
        Assert.NotEmpty(asked);
        Assert.All(asked, address => Assert.StartsWith(house, address, StringComparison.Ordinal));
        Assert.Empty(nurse.Complaints);
    }

    [Fact]
    public async Task A_camera_that_sees_no_code_of_a_card_serves_everybody_and_closes_by_key()
    {
        await using var nurse = await ScanningPerson.Open(await browsers.Before(""));
        await nurse.ShouldServeEverybody();

        await nurse.Page.ClickAsync("[data-camera]");
        await Assertions.Expect(nurse.Page.Locator("dialog.camera [role=status]")).ToContainTextAsync("Đang tìm mã QR");
        await nurse.ShouldServeEverybody();
        await nurse.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(nurse.Page.Locator("dialog.camera")).ToBeHiddenAsync();
        await Assertions.Expect(nurse.Page.Locator("[data-camera]")).ToBeFocusedAsync();
        Assert.True(await nurse.Page.EvaluateAsync<bool>("document.querySelector('video').srcObject === null"));
        Assert.Empty(nurse.Sent);
    }

    [Theory]
    [InlineData(false, "vi", "Không tìm thấy máy ảnh")]
    [InlineData(false, "en", "There is no camera")]
    [InlineData(true, "vi", "không được phép dùng máy ảnh")]
    [InlineData(true, "en", "may not use the camera")]
    public async Task Without_camera_or_permission_the_dialog_says_what_to_do(bool hasCamera, string language, string sentence)
    {
        var browser = await (hasCamera ? browsers.Forbidden() : browsers.WithoutCamera());
        await using var nurse = await ScanningPerson.Open(browser, language);

        await nurse.Page.ClickAsync("[data-camera]");

        await Assertions.Expect(nurse.Page.Locator("dialog.camera [role=status]")).ToContainTextAsync(sentence);
        await nurse.ShouldServeEverybody();
    }

    [Fact]
    public async Task WebAssembly_is_allowed_to_the_reader_alone_and_pages_load_it_only_when_a_camera_opens()
    {
        await using var nurse = await ScanningPerson.Open(await browsers.WithoutCamera());
        using var http = new HttpClient { DefaultRequestHeaders = { { "As", "1" } } };

        using var page = await http.GetAsync(new Uri(nurse.Page.Url), Stop);
        var text = await page.Content.ReadAsStringAsync(Stop);
        var scripts = Script().Matches(text).Select(script => script.Groups["name"].Value);
        var reader = await http.GetAsync(new Uri(new Uri(nurse.Page.Url), ReaderPath().Match(text).Groups["path"].Value), Stop);

        Assert.Equal("kit.js scan.js", string.Join(' ', scripts));
        Assert.DoesNotContain("wasm", string.Concat(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(
            "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'", string.Concat(reader.Headers.GetValues("Content-Security-Policy")));
    }

    [GeneratedRegex("[?]pressed=0$")]
    private static partial Regex Pressed();

    [GeneratedRegex("<script src=\"/assets/[0-9a-f]+/(?<name>[a-z.-]+)\"")]
    private static partial Regex Script();

    [GeneratedRegex("data-reader=\"(?<path>[^\"]+)\"")]
    private static partial Regex ReaderPath();
}
