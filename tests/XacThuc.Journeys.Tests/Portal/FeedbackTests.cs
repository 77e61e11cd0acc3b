using Microsoft.Playwright;
using SkiaSharp;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Platform.Tests.Feedback.Photos;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>A grandchild reports grandfather's wrong name with a photo of the paper; the station answers with one key; both see it through.</summary>
public sealed class FeedbackTests(Browser browser)
{
    private const string Records =
        "Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Thôn,Số điện thoại\n" +
        "r1,Lý Văn Quan,Nam,02/09/1978,020078000011,06226,Nà Nùng,0912 000 001\n";

    [Theory]
    [InlineData(1280, "desktop", true)]
    [InlineData(390, "phone", true)]
    [InlineData(390, "phone-no-script", false)]
    public async Task A_wrong_name_is_reported_step_by_step_answered_with_one_key_and_followed_by_its_code(int width, string screen, bool script)
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var citizen = await browser.Open(width, script: script, offline: false);

        await citizen.GotoAsync($"{houses.Platform}/portal/feedback");
        await Serves(citizen, $"feedback-what-{screen}", script);
        await citizen.CheckAsync("#kind-4");
        await GoOn(citizen, script);
        await Serves(citizen, $"feedback-whose-{screen}", script);
        await citizen.FillAsync("#name", "Lý Văn Quân");
        await citizen.FillAsync("#date", "02/09/1978");
        await citizen.CheckAsync("#sex-male");
        await citizen.FillAsync("#idNumber", "020078000011");
        await citizen.SelectOptionAsync("#commune", "06226");
        await GoOn(citizen, script);
        await citizen.FillAsync("#phone", "0912 000 001");
        await citizen.CheckAsync("#consent");
        await Serves(citizen, $"feedback-send-{screen}", script);
        await citizen.Locator("[data-step]:last-of-type button.btn-primary").ClickAsync();
        await citizen.WaitForSelectorAsync("#code");
        await citizen.FillAsync("#code", await SentCode.Last(houses));
        await citizen.Keyboard.PressAsync("Enter");
        await citizen.WaitForSelectorAsync("main code");
        await Serves(citizen, $"feedback-receipt-{screen}", script);
        var code = await citizen.Locator("main code").InnerTextAsync();

        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/feedback");
        await nurse.ShouldServeEverybody($"feedback-inbox-{screen}");
        await nurse.GotoAsync($"{houses.Platform}/feedback/next");
        await nurse.ShouldServeEverybody($"feedback-case-{screen}");
        await nurse.Keyboard.PressAsync("a");
        await nurse.WaitForURLAsync("**/feedback");
        await nurse.WaitForSelectorAsync(".empty, .list-whole");

        await citizen.GotoAsync($"{houses.Platform}/portal/feedback/follow");
        await citizen.FillAsync("#code", code);
        await citizen.FillAsync("#last4", "0001");
        await citizen.Locator("main form:last-of-type button.btn-primary").Last.ClickAsync();
        await citizen.WaitForSelectorAsync(".story");
        await Serves(citizen, $"feedback-follow-{screen}", script);
        Assert.Contains("Đã xử lý xong", await citizen.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_missing_dose_with_its_photo_is_refused_with_a_reason_completed_and_opened_again(int width, string screen)
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var citizen = await browser.Open(width, offline: false);
        var photo = new FilePayload { Name = "giay.jpg", MimeType = "image/jpeg", Buffer = GivenPhoto.File(SKEncodedImageFormat.Jpeg) };

        await citizen.GotoAsync($"{houses.Platform}/portal/feedback");
        await citizen.CheckAsync("#kind-1");
        await GoOn(citizen, script: true);
        await citizen.SetInputFilesAsync("#Photos", photo);
        await citizen.WaitForSelectorAsync("[data-photos-list] img");
        await citizen.ShouldServeEverybody($"feedback-photo-{screen}");
        await GoOn(citizen, script: true);
        await citizen.FillAsync("#dose-1-number", "1");
        await citizen.FillAsync("#dose-1-date", "24/07/2021");
        await citizen.SelectOptionAsync("#dose-1-vaccine", "astrazeneca");
        await citizen.FillAsync("#dose-1-lot", "ABV1234");
        await citizen.ShouldServeEverybody($"feedback-doses-{screen}");
        await GoOn(citizen, script: true);
        await citizen.FillAsync("#name", "Lý Văn Quan");
        await citizen.FillAsync("#date", "02/09/1978");
        await citizen.CheckAsync("#sex-male");
        await citizen.FillAsync("#idNumber", "020078000011");
        await citizen.SelectOptionAsync("#commune", "06226");
        await GoOn(citizen, script: true);
        await citizen.FillAsync("#phone", "0912 000 001");
        await citizen.CheckAsync("#consent");
        await citizen.Locator("[data-step]:last-of-type button.btn-primary").ClickAsync();
        await citizen.WaitForSelectorAsync("#code");
        await citizen.FillAsync("#code", await SentCode.Last(houses));
        await citizen.Keyboard.PressAsync("Enter");
        await citizen.WaitForSelectorAsync("main code");
        var code = await citizen.Locator("main code").InnerTextAsync();

        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/feedback/bulk");
        await nurse.ShouldServeEverybody($"feedback-bulk-{screen}");
        await nurse.GotoAsync($"{houses.Platform}/feedback/next");
        await nurse.WaitForSelectorAsync(".viewer.is-viewing");
        await nurse.Keyboard.PressAsync("r");
        await nurse.Keyboard.PressAsync("x");
        await nurse.SelectOptionAsync("#reason", "UnreadablePhoto");
        Assert.Contains("Ảnh mờ hoặc tối", await nurse.InputValueAsync("#refuse-letter"), StringComparison.Ordinal);
        await nurse.ShouldServeEverybody($"feedback-refuse-{screen}");
        await nurse.Locator("#refuse-letter ~ div button").ClickAsync();
        await nurse.WaitForURLAsync("**/feedback");

        await Follow(citizen, houses, code);
        await citizen.ShouldServeEverybody($"feedback-refused-{screen}");
        await citizen.FillAsync("#words", "Tôi gửi lại ảnh rõ hơn");
        await citizen.SetInputFilesAsync("#Photos", new FilePayload { Name = "giay2.jpg", MimeType = "image/jpeg", Buffer = GivenPhoto.File(SKEncodedImageFormat.Jpeg, light: 0.9f) });
        await citizen.Locator("form[enctype] button.btn-primary").Last.ClickAsync();
        await citizen.WaitForSelectorAsync(".story :text(\"Mở lại\")");

        await nurse.GotoAsync($"{houses.Platform}/feedback/next");
        await nurse.WaitForSelectorAsync(".viewer.is-viewing");
        await nurse.ShouldServeEverybody($"feedback-again-{screen}");
        await nurse.Keyboard.PressAsync("a");
        await nurse.WaitForURLAsync("**/feedback");
        await Follow(citizen, houses, code);
        Assert.Contains("Đã xử lý xong", await citizen.InnerTextAsync("main"), StringComparison.Ordinal);

        var centre = await browser.SignIn(houses, "DistrictHealthCentre", "TTYT-183", width);
        await centre.GotoAsync($"{houses.Platform}/feedback/oversight");
        await centre.ShouldServeEverybody($"feedback-oversight-{screen}");
    }

    private static async Task Follow(IPage citizen, TestHouses houses, string code)
    {
        await citizen.GotoAsync($"{houses.Platform}/portal/feedback/follow");
        await citizen.FillAsync("#code", code);
        await citizen.FillAsync("#last4", "0001");
        await citizen.Locator("main form:last-of-type button.btn-primary").Last.ClickAsync();
        await citizen.WaitForSelectorAsync(".story");
    }

    // Without script all steps are one form.
    private static Task GoOn(IPage page, bool script) => script ? page.Locator("form > .acts .btn-primary").ClickAsync() : Task.CompletedTask;

    // Axe is a script.
    private static Task Serves(IPage page, string name, bool script) => script ? page.ShouldServeEverybody(name) : Browser.Shoot(page, name);
}
