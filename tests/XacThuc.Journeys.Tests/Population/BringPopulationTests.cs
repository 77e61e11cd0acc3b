using System.Text;
using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Population;

/// <summary>Whoever runs the police house brings an extract of the population in the browser.</summary>
public sealed class BringPopulationTests(Browser browser)
{
    private const string Number = "020078000011";

    private const string Extract = $"""
        personal_id,old_id,full_name,sex,date_of_birth,commune_code
        {Number},,Lý Văn Quân,Nam,1978-09-02,06226
        020178000012,,Nông Thị Mai,Nữ,31/02/1978,06226
        """;

    public static TheoryData<TestDatabase> Databases => [.. TestDatabases.Here];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_extract_is_brought_and_each_row_that_is_not_good_is_told(TestDatabase database)
    {
        await using var houses = await TestHouses.WithAccounts(database);
        foreach (var (width, screen) in ((int, string)[])[(390, "phone"), (1280, "desktop")])
        {
            var page = await browser.SignIn(houses, "RegisterOperator", null, width);
            await page.GotoAsync($"{houses.Register}/population");
            await page.ShouldServeEverybody($"population-{screen}");
            await page.SetInputFilesAsync("#file", new FilePayload
            {
                Name = "dan-cu.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(Extract),
            });
            await page.Locator("form button.btn-primary").ClickAsync();
            await page.Locator(".do a[href^='/population/']").ClickAsync();
            await page.Locator("table.list tbody tr").WaitForAsync();
            await page.ShouldServeEverybody($"population-problems-{screen}");

            var told = await page.Locator("table.list tbody tr").AllInnerTextsAsync();
            Assert.Contains("3", Assert.Single(told).Split('\t')[0], StringComparison.Ordinal);
            Assert.DoesNotContain(Number, await page.ContentAsync(), StringComparison.Ordinal);
        }
    }
}
