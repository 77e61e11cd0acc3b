using System.Text;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Journeys.Tests.Portal;
using Xunit;

namespace XacThuc.Journeys.Tests.Certificates;

/// <summary>From doses of a file to a certificate on paper and on a phone: the station draws up, the chairman signs, both hand it out.</summary>
public sealed class CertificateTests(Browser browser)
{
    private const string Records =
        "Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Thôn,Số điện thoại\n" +
        "r1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,Nà Nùng,0912 000 001\n";

    private const string Doses =
        """
        STT;Họ và tên;Giới tính;Ngày sinh;Số CCCD;Mã xã;Mũi;Tên vắc xin;Số lô;Ngày tiêm;Nơi tiêm
        1;Lý Văn Quân;Nam;02/09/1978;020078000011;06226;1;AZ;A1;01/07/2021;BV Đa khoa tỉnh
        2;Lý Văn Quân;Nam;02/09/1978;020078000011;06226;2;AZ;A2;15/09/2021;BV Đa khoa tỉnh

        """;

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_certificate_is_confirmed_issued_and_handed_out(int width, string screen)
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/doses");
        await nurse.SetInputFilesAsync("#file", new FilePayload { Name = "mui tiem.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Doses) });
        await nurse.Locator("button[data-key=n]").ClickAsync();
        await nurse.GotoAsync($"{houses.Platform}/certificates");
        await nurse.ShouldServeEverybody($"certificates-{screen}");
        await nurse.Locator("button[data-key=n]").ClickAsync();
        await nurse.WaitForURLAsync("**/certificates/confirm/**");
        await nurse.ShouldServeEverybody($"certificates-list-{screen}");

        var committee = await browser.SignIn(houses, "CommuneCommittee", "UBND-06226", width);
        await committee.GotoAsync(nurse.Url);
        await committee.ShouldServeEverybody($"certificates-sign-{screen}");
        await committee.Locator("button[data-key=s]").ClickAsync();
        await committee.WaitForSelectorAsync(".notice.is-right");
        await committee.ShouldServeEverybody($"certificates-signed-{screen}");

        var citizen = await browser.Open(width, offline: false);
        await citizen.GotoAsync($"{houses.Platform}/portal/look-up");
        await citizen.FillAsync("#name", "ly van quan");
        await citizen.FillAsync("#date", "02/09/1978");
        await citizen.CheckAsync("input[value=Nam]");
        await citizen.FillAsync("#known", "0912000001");
        await citizen.Locator("main form button.btn-primary").ClickAsync();
        await citizen.FillAsync("#code", await SentCode.Last(houses));
        await citizen.Keyboard.PressAsync("Enter");
        await citizen.WaitForSelectorAsync(".standing");
        await citizen.Locator("a[href$='/certificate']").ClickAsync();
        await citizen.ShouldServeEverybody($"portal-certificate-before-{screen}");
        await citizen.Locator("main form button.btn-primary").ClickAsync();
        await citizen.WaitForSelectorAsync(".proof");
        await citizen.ShouldServeEverybody($"portal-certificate-{screen}");
        var saved = await citizen.RunAndWaitForDownloadAsync(() => citizen.Locator("form[action*='handler=card'] button").ClickAsync());
        Assert.Equal("chung-nhan-the.png", saved.SuggestedFilename);
        File.Copy(await saved.PathAsync(), Path.Combine(Browser.Screenshots(), $"certificate-card-{screen}.png"), overwrite: true);

        await nurse.GotoAsync(citizen.Url.Replace("/portal/my/", "/records/", StringComparison.Ordinal));
        await nurse.ShouldServeEverybody($"station-certificate-{screen}");
        var printed = await nurse.RunAndWaitForDownloadAsync(() => nurse.Locator("a[data-key=p]").ClickAsync());
        File.Copy(await printed.PathAsync(), Path.Combine(Browser.Screenshots(), $"certificate-{screen}.pdf"), overwrite: true);
        await nurse.Locator(".trail a").ClickAsync();
        Assert.Contains("URN:UVCI:01:VN:", await nurse.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
