using Microsoft.Playwright;
using XacThuc.Journeys.Tests.Loop;
using Xunit;

namespace XacThuc.Journeys.Tests.Lists;

/// <summary>A morning at a station: several people come, and several desks work at the same time.</summary>
public sealed class WholeDayTests(Browser browser)
{
    private const int People = 8;

    [Fact]
    public async Task Desks_that_work_at_once_vaccinate_everybody_once_and_the_balance_closes()
    {
        await using var given = await GivenMorning.Open(browser, People);
        var screening = await given.Desk(1280);
        var injecting = await given.Desk(390);
        var other = await given.Desk(1280);
        await Task.WhenAll(Screen(screening), Inject(injecting, 1), Inject(other, 2));

        var (one, two) = await TakeTheLast(injecting, other);
        Assert.Contains(1, new[] { one, two });
        for (var number = 1; number <= People; number++) await GivenMorning.LetGo(screening, number);
        await given.Close();
        await given.Nurse.ShouldServeEverybody("whole-day-closed");
        await given.Committee.GotoAsync($"{given.Session}/result");
        Assert.Equal(People, await given.Committee.Locator("table tbody tr:has-text('Lý Văn')").CountAsync());
        await given.Committee.Locator("button[data-key=s]").ClickAsync();
        Assert.Equal(1, await given.Committee.Locator(".notice.is-right").CountAsync());
    }

    private static async Task Screen(IPage desk)
    {
        for (var number = 1; number <= People; number++) await GivenMorning.Screen(desk, number);
    }

    // All but the last, who is for both: whoever is not screened yet is asked for again.
    private static async Task Inject(IPage desk, int first)
    {
        for (var number = first; number < People; number += 2)
        {
            await GivenMorning.Find(desk, number);
            while (await desk.Locator("#lot").CountAsync() == 0) await GivenMorning.Find(desk, number);
            await GivenMorning.Inject(desk);
        }
    }

    // Both have the last person before them and press at the same moment.
    private static async Task<(int One, int Two)> TakeTheLast(IPage one, IPage two)
    {
        foreach (var desk in (IPage[])[one, two]) await GivenMorning.Find(desk, People);
        await Task.WhenAll(Press(one), Press(two));
        return (await one.Locator("#leave-note").CountAsync(), await two.Locator("#leave-note").CountAsync());

        async Task Press(IPage desk)
        {
            await desk.Locator("form[action$='handler=inject'] button").ClickAsync();
            await desk.WaitForSelectorAsync("#leave-note, .notice.is-wrong");
        }
    }
}
