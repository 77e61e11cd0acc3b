using Microsoft.Playwright;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Loop;

/// <summary>The loop that took half a year by spreadsheet: wrong, decided by the police, taken over by health, right.</summary>
public sealed class WrongRecordTests(Browser browser)
{
    private const string Records =
        """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Ly Van Quan,nam,2/9/1978,020078000011,06226
        r2,Nông Thị Hòa,F,01/01/1950,020150000012,06226
        r3,Vi Thi Hoa,Nữ,01/07/1999,020199000013,06226

        """;

    public static TheoryData<TestDatabase> Databases => [.. TestDatabases.Here];

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_wrong_record_is_decided_by_the_police_and_right_once_the_station_took_it_over(int width, string screen)
    {
        await using var houses = await GivenWrongRecords.Open(Records);

        var officer = await browser.SignIn(houses, "CommunePolice", "CAX-06226", width);
        await officer.ShouldServeEverybody($"police-today-{screen}");
        await officer.GotoAsync($"{houses.Register}/cases");
        await officer.ShouldServeEverybody($"police-cases-{screen}");
        await officer.GotoAsync($"{houses.Register}/cases?since.to=2020-01-31");
        Assert.Equal("0 dòng", await officer.Locator(".title p").InnerTextAsync());
        Assert.Equal(0, await officer.Locator("section[aria-labelledby=groups]").CountAsync());
        await officer.GotoAsync($"{houses.Register}/cases");
        await officer.Locator("a[data-key=Enter]").ClickAsync();
        await officer.ShouldServeEverybody($"police-case-{screen}");
        var first = officer.Url;
        await officer.Keyboard.PressAsync("1");
        await officer.WaitForURLAsync(url => url != first);

        // The decision leaves the police house after its grace of ten seconds.
        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", width);
        await nurse.ShouldServeEverybody($"station-today-{screen}");
        await nurse.GotoAsync($"{houses.Platform}/records/wrong");
        await nurse.ShouldServeEverybody($"station-wrong-{screen}");
        await nurse.GotoUntil($"{houses.Platform}/records/released", "input[name=decision]");
        await nurse.ShouldServeEverybody($"station-released-{screen}");
        await nurse.Locator("button[data-key=a]").ClickAsync();

        await UntilRight(nurse, houses, "LÝ VĂN QUÂN");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_key_decides_the_case_in_sight_and_z_takes_it_back(TestDatabase database)
    {
        await using var houses = await GivenWrongRecords.Open(Records, database);
        var officer = await browser.SignIn(houses, "CommunePolice", "CAX-06226", 1280);
        await officer.GotoAsync($"{houses.Register}/cases");
        await officer.Locator("a[data-key=Enter]").ClickAsync();
        await officer.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var first = officer.Url;

        await officer.Keyboard.PressAsync("1");
        await officer.WaitForURLAsync(url => url != first);
        await officer.Locator("#told button").WaitForAsync();
        var second = officer.Url;
        Assert.Equal("SECTION", await officer.EvaluateAsync<string>("document.activeElement.tagName"));
        Assert.False(await IsOpen(officer, first), "The case in sight was not decided.");
        Assert.True(await IsOpen(officer, second), "Another case than the one in sight was decided.");

        await officer.Keyboard.PressAsync("z");
        await officer.WaitForURLAsync(first);
        await officer.Locator("[data-worklist] button[data-key='1']").WaitForAsync();
        Assert.True(await IsOpen(officer, first), "The decision was not taken back.");

        await officer.Keyboard.PressAsync("n");
        await officer.WaitForURLAsync(second);
        await officer.Locator("#told button").ClickAsync();
        await officer.WaitForURLAsync(first);
        await officer.Locator("[data-worklist] button[data-key='1']").WaitForAsync();
        Assert.True(await IsOpen(officer, first), "The button did not take the decision back.");
    }

    [Fact]
    public async Task Records_of_one_reason_are_released_together_when_a_second_officer_approves()
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var commune = await browser.SignIn(houses, "CommunePolice", "CAX-06226", 1366);
        await commune.GotoAsync($"{houses.Register}/cases/bulk?reason=name.marks_missing&commune=06226");
        await commune.ShouldServeEverybody("police-bulk");
        await commune.Locator("form[method=post] button.btn-primary").ClickAsync();
        await commune.ShouldServeEverybody("police-second-look");
        await commune.Locator("section[aria-labelledby=bulk] a.btn").ClickAsync();
        Assert.True(await commune.Locator("button[value=true]").IsDisabledAsync(), "Whoever proposed must not approve.");
        await commune.GotoAsync($"{houses.Register}/cases");
        Assert.Equal(1, await commune.Locator("section[aria-labelledby=waiting] tbody tr").CountAsync());

        var district = await browser.SignIn(houses, "DistrictPolice", null, 390);
        await district.GotoAsync($"{houses.Register}/cases/second-look");
        await district.Locator("section[aria-labelledby=bulk] a.btn").ClickAsync();
        await district.ShouldServeEverybody("police-proposal-phone");
        await district.Keyboard.PressAsync("d");
        await district.WaitForURLAsync("**/cases/second-look");

        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", 1280);
        await nurse.GotoUntil($"{houses.Platform}/records/released", "input[name=decision]");
        Assert.Equal(2, await nurse.Locator("input[name=decision]").CountAsync());
    }

    [Fact]
    public async Task The_register_is_corrected_by_two_officers_and_the_record_is_right_without_anybody_typing()
    {
        await using var houses = await GivenWrongRecords.Open(Records);
        var commune = await browser.SignIn(houses, "CommunePolice", "CAX-06226", 1280);
        await commune.GotoAsync($"{houses.Register}/cases?reason=dob.more_precise");
        await commune.Locator("a[data-key=Enter]").ClickAsync();
        await commune.Locator("a[data-key=r]").ClickAsync();
        await commune.ShouldServeEverybody("police-register");
        await commune.FillAsync("[name=dateOfBirth]", "01/01/1950");
        await commune.FillAsync("[name=paper]", "Giấy khai sinh số 1");
        await commune.Locator("form.form button.btn-primary").ClickAsync();

        var district = await browser.SignIn(houses, "DistrictPolice", null, 1280);
        await district.GotoAsync($"{houses.Register}/cases/second-look");
        await district.Locator("section[aria-labelledby=corrections] button[value=true]").ClickAsync();

        var nurse = await browser.SignIn(houses, "HealthStation", "TYT-06226", 1280);
        await UntilRight(nurse, houses, "Nông Thị Hòa");
    }

    // As another window of the same officer sees it.
    private static Task<bool> IsOpen(IPage officer, string url) => officer.EvaluateAsync<bool>(
        "async url => !!new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html').querySelector('form[data-decide]')", url);

    // A record that is right is in the work-list no more.
    private static async Task UntilRight(IPage nurse, TestHouses houses, string name)
    {
        await nurse.GotoUntil($"{houses.Platform}/records/wrong", async () => await nurse.GetByText(name, new() { Exact = true }).CountAsync() == 0);
        Assert.Equal(0, await nurse.GetByText(name, new() { Exact = true }).CountAsync());
    }
}
