using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using Xunit;

namespace XacThuc.Journeys.Tests.Campaigns;

/// <summary>The operator tells people whose data is wrong, without seeing who they are; the station prints their letters; citizens read what is announced.</summary>
public sealed class CampaignTests(Browser browser)
{
    private const string Records =
        "Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Thôn,Số điện thoại\n" +
        "r1,Lý Văn Quan,Nam,02/09/1978,020078000011,06226,Nà Nùng,0912 000 001\n" +
        "r2,Nông Thị Hoa,Nữ,1951,020150000012,06226,Bản Lành,\n";

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_campaign_is_written_counted_approved_and_its_letters_are_printed_by_the_station_alone(int width, string screen)
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var me = await browser.SignIn(houses, "DistrictOperator", null, width);

        await me.GotoAsync($"{houses.Platform}/campaigns");
        await me.ShouldServeEverybody($"campaigns-none-{screen}");
        await me.Keyboard.PressAsync("n");
        await me.WaitForURLAsync("**/campaigns/write");
        await me.ShouldServeEverybody($"campaign-write-{screen}");
        await me.FillAsync("#title", "Sửa hồ sơ tháng này");
        foreach (var way in new[] { "Zalo", "Loudspeaker", "Poster", "Letters" }) await me.CheckAsync($"[name=Ways][value={way}]");
        await me.Locator("button[data-key=s]").ClickAsync();
        await me.WaitForURLAsync("**/campaigns/1");
        await me.GotoUntil($"{houses.Platform}/campaigns/1", "button[data-key=a]");
        await me.ShouldServeEverybody($"campaign-counted-{screen}");
        Assert.Contains("2 người", await me.Locator(".figures").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Xã Hợp Thành", await me.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Lý Văn Quan", await me.InnerTextAsync("main"), StringComparison.Ordinal);
        await me.Keyboard.PressAsync("a");
        await me.WaitForSelectorAsync("button[data-key=a]", new() { State = WaitForSelectorState.Detached });
        await me.GotoUntil($"{houses.Platform}/campaigns/1", ".verdict:has-text('đang chạy')");
        await me.ShouldServeEverybody($"campaign-running-{screen}");
        foreach (var page in new[] { "spoken", "poster" })
        {
            await me.GotoAsync($"{houses.Platform}/campaigns/1/{page}");
            await me.ShouldServeEverybody($"campaign-{page}-{screen}");
        }

        await me.GotoAsync($"{houses.Platform}/campaigns");
        await me.ShouldServeEverybody($"campaigns-{screen}");

        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/campaigns");
        await nurse.ShouldServeEverybody($"campaigns-station-{screen}");
        await nurse.Locator("a[href$='/letters']").ClickAsync();
        await nurse.WaitForURLAsync("**/letters");
        await nurse.ShouldServeEverybody($"campaign-letters-{screen}");
        var letters = await nurse.InnerTextAsync("main");
        Assert.Contains("Lý Văn Quan", letters, StringComparison.Ordinal);
        Assert.Contains("Nông Thị Hoa", letters, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task What_is_announced_stands_on_the_portal_in_each_language_until_it_is_taken_down(int width, string screen)
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var me = await browser.SignIn(houses, "DistrictOperator", null, width);
        await me.GotoAsync($"{houses.Platform}/campaigns/announcements");
        await me.FillAsync("#title-vi", "Lịch tiêm tháng này");
        await me.FillAsync("#words-vi", "Trạm y tế các xã tiêm vào thứ Tư hằng tuần.\n\nXem thêm tại https://caoloc.example.vn/tiem");
        await me.FillAsync("#title-zh", "本月疫苗接种");
        await me.FillAsync("#words-zh", "每周三在乡卫生站接种，请带护照。");
        await me.Locator("button[data-key=s]").ClickAsync();
        await me.WaitForSelectorAsync("form[action$='handler=down']");
        await me.ShouldServeEverybody($"announcements-{screen}");

        var citizen = await browser.Open(width, offline: false);
        await citizen.GotoAsync($"{houses.Platform}/portal");
        await citizen.ShouldServeEverybody($"portal-news-first-{screen}");
        await citizen.Locator(".news a[lang=zh]").ClickAsync();
        await citizen.WaitForURLAsync("**/portal/news#news-1");
        await citizen.ShouldServeEverybody($"portal-news-{screen}");
        await citizen.GotoAsync($"{houses.Platform}/portal/messages/stop");
        await citizen.ShouldServeEverybody($"portal-stop-{screen}");

        await me.Locator("form[action$='handler=down'] button").ClickAsync();
        await me.WaitForSelectorAsync("form[action$='handler=down']", new() { State = WaitForSelectorState.Detached });
        await citizen.GotoAsync($"{houses.Platform}/portal");
        Assert.Equal(0, await citizen.Locator(".news").CountAsync());
    }
}
