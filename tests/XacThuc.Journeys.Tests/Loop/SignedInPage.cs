using Microsoft.Playwright;
using XacThuc.Testing.Houses;
using XacThuc.Web.Accounts.SecondFactor;
using Xunit;

namespace XacThuc.Journeys.Tests.Loop;

/// <summary>Somebody at their screen, signed in as a person would: user name, password, code where the role asks for one.</summary>
internal static class SignedInPage
{
    public static async Task<IPage> SignIn(this Browser browser, TestHouses houses, string role, string? unit, int width, int nth = 0)
    {
        var (user, password, secret) = houses.Account(role, unit, nth);
        var page = await browser.Open(width, offline: false);
        await page.GotoAsync((role is "CommunePolice" or "DistrictPolice" or "RegisterOperator" ? houses.Register : houses.Platform) + "/sign-in");
        await page.FillAsync("[name=User]", user);
        await page.FillAsync("[name=Password]", password);
        await page.Keyboard.PressAsync("Enter");
        if (secret is not null)
        {
            await page.FillAsync("[name=Code]", OneTimeCode.At(secret, TimeProvider.System.GetUtcNow()));
            await page.Keyboard.PressAsync("Enter");
        }

        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Nobody is shut out of the page, and it fits the screen.</summary>
    public static async Task ShouldServeEverybody(this IPage page, string name)
    {
        await Browser.Shoot(page, name);
        // What is folded must serve everybody too once it is opened.
        await page.EvaluateAsync("for (const folded of document.querySelectorAll('details:not([open])')) folded.open = folded.dataset.opened = true");
        var violations = await page.Violations();
        Assert.True(violations.Length == 0, $"{page.Url} {string.Join('\n', violations)}");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
        await page.EvaluateAsync("for (const folded of document.querySelectorAll('details[data-opened]')) folded.open = false");
    }

    /// <summary>Opens an address again and again until something is there: what the other house does takes its time.</summary>
    public static async Task GotoUntil(this IPage page, string address, string there)
    {
        await page.GotoUntil(address, async () => await page.Locator(there).CountAsync() > 0);
        Assert.NotEqual(0, await page.Locator(there).CountAsync());
    }

    /// <summary>The same, until the page is as it should be or a minute and a half has passed.</summary>
    public static async Task GotoUntil(this IPage page, string address, Func<Task<bool>> isThere)
    {
        var until = TimeProvider.System.GetUtcNow().AddSeconds(90);
        await page.GotoAsync(address);
        while (!await isThere() && TimeProvider.System.GetUtcNow() < until)
        {
            // Other tests run beside this one.
            await Task.Delay(250);
            await page.GotoAsync(address);
        }
    }
}
