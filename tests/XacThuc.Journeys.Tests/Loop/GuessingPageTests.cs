using System.Net;
using System.Net.Http.Json;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Loop;

/// <summary>Somebody was stopped: the district's police see it, look into it and say so.</summary>
public sealed class GuessingPageTests(Browser browser)
{
    private const string Number = "020078000011";

    public static TheoryData<TestDatabase> Databases => [.. TestDatabases.Here];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_stop_is_seen_by_the_district_police_and_marked_as_looked_at(TestDatabase database)
    {
        await using var houses = await TestHouses.WithAccounts(database);
        using var client = await houses.Client("register");
        await client.Finish(await client.PostCsv(
            "api/v1/population/import", $"personal_id,old_id,full_name,sex,date_of_birth,commune_code\n{Number},,Lý Văn Quân,Nam,1978-09-02,06226\n"));
        var last = HttpStatusCode.OK;
        for (var year = 1930; year <= 1935; year++)
        {
            using var answer = await client.Http.PostAsJsonAsync("api/v1/authentications", new
            {
                record_id = "a",
                full_name = "Lý Văn Quân",
                sex = "Nam",
                date_of_birth = $"{year}",
                id_number = Number,
                commune_code = "06226",
            }, TestContext.Current.CancellationToken);
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        foreach (var (width, screen) in ((int, string)[])[(390, "phone"), (1280, "desktop")])
        {
            var officer = await browser.SignIn(houses, "DistrictPolice", null, width);
            await officer.GotoAsync($"{houses.Register}/guessing");
            await officer.ShouldServeEverybody($"guessing-{screen}");
            Assert.DoesNotContain(Number, await officer.ContentAsync(), StringComparison.Ordinal);
            await officer.Locator("table.list tbody a").First.ClickAsync();
            await officer.ShouldServeEverybody($"guessing-report-{screen}");
            if (width < 1000) continue;
            await officer.FillAsync("[name=note]", "trạm gõ nhầm năm sinh");
            await officer.Locator("form button.btn-primary").ClickAsync();
            await officer.WaitForURLAsync(url => url.EndsWith("/guessing", StringComparison.Ordinal));
            await officer.GotoAsync($"{houses.Register}/guessing?looked=false");
            Assert.Equal(0, await officer.Locator("table.list tbody tr").CountAsync());
        }
    }
}
