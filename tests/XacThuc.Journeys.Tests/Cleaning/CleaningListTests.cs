using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Cleaning;

/// <summary>The list of dispatch 2262 from hand to hand: station, hamlet, commune police and back.</summary>
public sealed class CleaningListTests(Browser browser)
{
    private const string Records =
        """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Ly Van Quan,nam,2/9/1978,020078000011,06226
        r2,Nông Thị Hòa,F,1950,,06226
        r3,Vi Thi Hoa,Nữ,01/07/1999,020199000013,06226

        """;

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_list_goes_from_the_station_to_the_hamlet_to_the_police_and_back_and_all_records_are_right(int width, string screen)
    {
        await using var houses = await GivenWrongRecords.Open(Records);

        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.GotoAsync($"{houses.Platform}/cleaning");
        await nurse.ShouldServeEverybody($"cleaning-draw-{screen}");
        await nurse.Locator("form.card button.btn-primary").ClickAsync();
        await nurse.ShouldServeEverybody($"cleaning-list-{screen}");
        var list = nurse.Url;
        await nurse.GotoAsync(list + "/print");
        await nurse.ShouldServeEverybody($"cleaning-print-{screen}");

        await nurse.GotoAsync(list);
        var file = await Download(nurse);
        var filled = FilledWorkbook.Fill(file, ("Ly Van Quan", 'H', "Lý Văn Quân"), ("Nông Thị Hòa", 'K', "020150000012"));
        await nurse.SetInputFilesAsync("#file", new FilePayload { Name = "thon-na-nung.xlsx", MimeType = "application/octet-stream", Buffer = filled });
        await nurse.Locator("form[enctype] button").ClickAsync();
        await nurse.ShouldServeEverybody($"cleaning-differences-{screen}");
        Assert.Equal(2, await nurse.Locator("table.list tbody tr").CountAsync());
        await nurse.Locator("button[data-key=a]").ClickAsync();
        await nurse.Locator("button[data-key=s]").ClickAsync();
        await nurse.ShouldServeEverybody($"cleaning-sent-{screen}");

        await Sign(houses, width, screen);

        await nurse.GotoUntil(list, "button[data-key=a]");
        await nurse.ShouldServeEverybody($"cleaning-signed-{screen}");
        await nurse.Locator("button[data-key=a]").ClickAsync();
        await nurse.GotoUntil(list, ".figures li:first-child b:text-is('3')");
        await nurse.ShouldServeEverybody($"cleaning-applied-{screen}");
        Assert.Equal("3", await nurse.Locator(".figures li:first-child b").InnerTextAsync());
    }

    private async Task Sign(TestHouses houses, int width, string screen)
    {
        var officer = await browser.SignIn(houses, "CommunePolice", "CAX-06226", width);
        await officer.GotoUntil($"{houses.Register}/lists", "table.list tbody a");
        await officer.ShouldServeEverybody($"cleaning-lists-{screen}");
        await officer.Locator("table.list tbody a").ClickAsync();
        await officer.ShouldServeEverybody($"cleaning-verify-{screen}");

        // Two rows agree as filled in; the third is left to the register.
        Assert.Equal(2, await officer.Locator("input[name=row]:checked").CountAsync());
        await officer.Locator("button[data-key=c]").ClickAsync();
        await officer.Locator("a[data-key=n]").ClickAsync();
        await officer.ShouldServeEverybody($"cleaning-row-{screen}");
        await officer.Locator("button[data-key='1']").ClickAsync();
        await browser.LookASecondTime(houses, officer, width, $"cleaning-second-look-{screen}");
        await officer.CheckAsync("input[name=sure]");
        await officer.ShouldServeEverybody($"cleaning-sign-{screen}");
        await officer.Locator("form:has(input[name=sure]) button").ClickAsync();
        Assert.Equal(1, await officer.Locator(".notice code").CountAsync());
    }

    private static async Task<byte[]> Download(IPage nurse)
    {
        var download = await nurse.RunAndWaitForDownloadAsync(() => nurse.Locator("a[data-key=e]").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
