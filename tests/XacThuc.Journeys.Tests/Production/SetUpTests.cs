using System.Text.RegularExpressions;
using XacThuc.Cli;
using XacThuc.Testing.Houses;
using XacThuc.Web.Hosting;
using Xunit;

namespace XacThuc.Journeys.Tests.Production;

/// <summary>A house for real people, from nothing to the first sign-in.</summary>
public sealed partial class SetUpTests(Browser browser)
{
    private static readonly DateOnly TimeOfPlan = new(2021, 11, 5);

    public static TheoryData<TestDatabase> Databases => [.. TestDatabases.Here];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_authorities_set_up_their_houses_and_talk_over_mutual_tls(TestDatabase database)
    {
        await using var houses = new ProductionHouses(database);
        Assert.Equal(ExitCode.Ran, await houses.SetUp(HouseKind.Platform, "183", TimeOfPlan, "van.hanh"));
        var password = OneTimePassword().Match(houses.Said).Value;
        Assert.Equal(ExitCode.Ran, await houses.SetUp(HouseKind.Register, "183", TimeOfPlan, "van.hanh"));
        houses.Trust(HouseKind.Platform, HouseKind.Register);
        houses.Trust(HouseKind.Register, HouseKind.Platform);
        houses.MakeCertificates();

        await houses.Serve();

        Assert.Equal("mismatched", await houses.AskAcross());
        houses.Rotate(HouseKind.Platform);
        await Task.Delay(TimeSpan.FromSeconds(1.2), TestContext.Current.CancellationToken);
        Assert.Equal("mismatched", await houses.AskAcross());
        var page = await browser.Open(1366, offline: false);
        await page.GotoAsync(new Uri(houses.Platform, "sign-in").ToString());
        await page.FillAsync("[name=User]", "van.hanh");
        await page.FillAsync("[name=Password]", password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/account/password", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Set_up_again_gives_another_operator_and_leaves_the_units()
    {
        await using var houses = new ProductionHouses(TestDatabase.Sqlite);
        await houses.SetUp(HouseKind.Register, "183", TimeOfPlan, "van.hanh");
        var first = houses.Said;

        await houses.SetUp(HouseKind.Register, "183", TimeOfPlan, "nguoi.thay");
        var second = houses.Said;

        Assert.Equal("23", Units().Match(first).Value);
        Assert.Equal("23", Units().Match(second).Value);
        Assert.NotEqual(OneTimePassword().Match(first).Value, OneTimePassword().Match(second).Value, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("999", "2021-11-05", "van.hanh", "there was no district 999")]
    [InlineData("183", "2026-11-25", "van.hanh", "until 30/06/2025 only")]
    [InlineData("183", "2021-11-05", "văn hành", "letters")]
    public async Task What_cannot_be_set_up_is_told_in_a_sentence(string district, string asOf, string user, string told)
    {
        await using var houses = new ProductionHouses(TestDatabase.Sqlite);

        var code = await houses.SetUp(
            HouseKind.Platform, district, DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), user);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(told, houses.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_public_key_is_not_believed()
    {
        await using var houses = new ProductionHouses(TestDatabase.Sqlite);
        await houses.SetUp(HouseKind.Platform, "183", TimeOfPlan, "van.hanh");
        var border = Path.Combine(houses.Folder(HouseKind.Platform), "border");
        var empty = Path.Combine(border, "empty.json");
        await File.WriteAllTextAsync(empty, """{"keys":[]}""", TestContext.Current.CancellationToken);
        _ = houses.Said;

        foreach (var file in (string[])[Path.Combine(border, "active.json"), empty, Path.Combine(border, "none.json")])
        {
            Assert.Equal(ExitCode.Refused, houses.Trust(HouseKind.Platform, file));
            Assert.Contains("not a public key file", houses.Said, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Path.Combine(border, "partner.json")));
    }

    [GeneratedRegex("[a-z0-9]{4}(-[a-z0-9]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneTimePassword();

    [GeneratedRegex(@"(?<=Units: )\d+", RegexOptions.None, 1000)]
    private static partial Regex Units();
}
