using Microsoft.Playwright;
using Xunit;

namespace XacThuc.Journeys.Tests.Loop;

/// <summary>What the station sees of each case that an officer decided by a key other than the first.</summary>
public sealed class DecisionKeyTests(Browser browser, DecidedByKey decided) : IClassFixture<DecidedByKey>
{
    [Fact]
    public async Task Who_is_asked_gets_a_slip_with_the_officers_word_until_the_record_is_corrected_from_the_paper()
    {
        var nurse = await Nurse();
        await nurse.GotoUntil($"{decided.Houses.Platform}/records/slips", Slip(DecidedByKey.Asked));
        var slip = nurse.Locator(Slip(DecidedByKey.Asked));
        Assert.Contains(DecidedByKey.Word, await slip.InnerTextAsync(), StringComparison.Ordinal);
        await nurse.ShouldServeEverybody("station-slips-desktop");

        await slip.Locator("a").ClickAsync();
        Assert.Contains(DecidedByKey.Word, await nurse.Locator(".notice").First.InnerTextAsync(), StringComparison.Ordinal);
        await nurse.ShouldServeEverybody("station-asked-desktop");
        await nurse.FillAsync("#date", "01/07/1999");
        await nurse.Keyboard.PressAsync("Escape");
        await nurse.Keyboard.PressAsync("s");
        await nurse.Locator(".notice.is-right").WaitForAsync();

        await nurse.GotoAsync($"{decided.Houses.Platform}/records/slips");
        Assert.Equal(0, await nurse.Locator(Slip(DecidedByKey.Asked)).CountAsync());
    }

    [Fact]
    public async Task Who_was_not_found_is_asked_for_the_papers_and_the_record_says_so()
    {
        var nurse = await Nurse();
        await nurse.GotoUntil($"{decided.Houses.Platform}/records/slips", Slip(DecidedByKey.Unknown));
        var slip = nurse.Locator(Slip(DecidedByKey.Unknown));
        Assert.Contains("Chưa tìm thấy trong dữ liệu dân cư", await slip.InnerTextAsync(), StringComparison.Ordinal);

        await slip.Locator("a").ClickAsync();
        Assert.Contains("không tìm thấy", await nurse.Locator(".notice").First.InnerTextAsync(), StringComparison.Ordinal);
        await nurse.ShouldServeEverybody("station-not-found-desktop");
    }

    [Fact]
    public async Task Of_the_second_suggestion_those_values_come_that_the_officer_saw()
    {
        var nurse = await Nurse();
        await nurse.GotoUntil($"{decided.Houses.Platform}/records/released", "input[name=decision]");
        var row = nurse.Locator("tbody tr", new() { HasText = DecidedByKey.Second });
        var after = await row.Locator("td").Nth(2).InnerTextAsync();
        var released = decided.Released[(decided.Released.IndexOf(':', StringComparison.Ordinal) + 1)..];

        Assert.All(released.Split(','), value => Assert.Contains(value.Trim(), after, StringComparison.Ordinal));
        await row.Locator("a").ClickAsync();
        await nurse.WaitForURLAsync(url => url.Contains("/correct", StringComparison.Ordinal));
        await nurse.Keyboard.PressAsync("s");
        await nurse.Locator(".notice.is-right").WaitForAsync();
    }

    [Fact]
    public async Task A_case_that_was_skipped_comes_again_and_is_right_without_typing_once_the_register_is_corrected()
    {
        Assert.True(decided.SkippedCameAgain);
        var nurse = await Nurse();
        await nurse.GotoUntil($"{decided.Houses.Platform}/records/wrong", async () => !await IsListed(nurse));
        Assert.False(await IsListed(nurse));
    }

    private Task<IPage> Nurse() => browser.SignIn(decided.Houses, "HealthStation", "TYT-06226", 1366);

    private static string Slip(string name) => $"section.slip:has(a:text-is('{name}'))";

    private static async Task<bool> IsListed(IPage nurse) =>
        await nurse.GetByText(DecidedByKey.RegisterWrong, new() { Exact = true }).CountAsync() > 0;
}
