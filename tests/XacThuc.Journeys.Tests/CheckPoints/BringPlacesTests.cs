using System.Text;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.CheckPoints;

/// <summary>An operator brings a file of places, sees what is wrong, registers what is right and prints all codes at once.</summary>
public sealed class BringPlacesTests(Browser browser)
{
    private const string Places =
        "Tên điểm,Loại,Địa chỉ,Xã,Người chịu trách nhiệm,Điện thoại,Mã đơn vị\n" +
        "Trường THPT Cao Lộc - cổng chính,Trường học,Khối 6,Thị trấn Cao Lộc,Hoàng Văn Thụ,0912 345 678,\n" +
        "Trường THPT Cao Lộc - cổng sau,Trường học,Khối 6,Thị trấn Cao Lộc,Hoàng Văn Thụ,912345678,\n" +
        "Chợ Đồng Đăng - cổng Nam,Chợ,Khu Nam Quan,Thị trấn Đồng Đăng,Lương Thị Hạnh,0987 654 321,\n" +
        "Trạm y tế Hợp Thành,Cơ sở y tế,Nà Nùng,06226,Vi Thị Lan,0977 000 001,TYT-06226\n" +
        "Công ty gỗ Lạng Sơn,Rạp chiếu phim,Km 5,Xã Hợp Thành,,0205 387,\n";

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_file_is_looked_at_registered_and_its_codes_printed(int width, string screen)
    {
        await using var houses = await TestHouses.WithAccounts(TestDatabase.Sqlite);
        var me = await browser.SignIn(houses, "DistrictOperator", null, width);

        await me.GotoAsync($"{houses.Platform}/check-points");
        await me.Keyboard.PressAsync("m");
        await me.WaitForURLAsync("**/check-points/bring");
        await me.ShouldServeEverybody($"places-bring-none-{screen}");
        await me.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload { Name = "Diem kiem soat huyen Cao Loc.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Places) });
        await me.Locator("button[data-key=n]").ClickAsync();
        await me.WaitForURLAsync("**/check-points/bring/1");
        await me.ShouldServeEverybody($"places-preview-{screen}");
        Assert.Equal(3, await me.Locator("#problems tbody tr").CountAsync());
        await me.Locator("button[data-key=a]").ClickAsync();
        await me.WaitForSelectorAsync("a[data-key=p]");
        await me.ShouldServeEverybody($"places-registered-{screen}");
        await me.Locator("a[data-key=p]").ClickAsync();
        await me.WaitForURLAsync("**/check-points/posters?file=1");
        Assert.Equal(4, await me.Locator("article.poster").CountAsync());
        await me.ShouldServeEverybody($"places-posters-{screen}");
        await me.Locator("input[name=place]").First.CheckAsync();
        await me.Locator("form button.btn-outline").Last.ClickAsync();
        await me.WaitForURLAsync("**/check-points/posters?file=1&place=*");
        Assert.Equal(1, await me.Locator("article.poster").CountAsync());
        await me.GotoAsync($"{houses.Platform}/check-points/bring");
        await me.ShouldServeEverybody($"places-bring-{screen}");
        await me.GotoAsync($"{houses.Platform}/check-points");
        await me.ShouldServeEverybody($"places-of-district-{screen}");
    }

    [Fact]
    public async Task Each_poster_is_printed_on_a_sheet_of_its_own_at_its_full_size()
    {
        await using var houses = await TestHouses.WithAccounts(TestDatabase.Sqlite);
        var me = await browser.SignIn(houses, "DistrictOperator", null, 1280);
        await me.GotoAsync($"{houses.Platform}/check-points/bring");
        await me.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload { Name = "diem.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Places) });
        await me.Locator("button[data-key=n]").ClickAsync();
        await me.Locator("button[data-key=a]").ClickAsync();
        await me.WaitForSelectorAsync("a[data-key=p]");
        await me.GotoAsync($"{houses.Platform}/check-points/posters");

        var printed = Encoding.Latin1.GetString(await me.PdfAsync(new() { PreferCSSPageSize = true }));
        await me.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var box = await me.Locator(".poster-code").First.BoundingBoxAsync();

        Assert.Equal(4, System.Text.RegularExpressions.Regex.Count(printed, "/Type /Page\\b(?!s)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.InRange(box!.Width, 566, 568);
    }
}
