using System.Diagnostics;
using Microsoft.Playwright;
using XacThuc.Bench.Running;
using XacThuc.Bench.Served;
using XacThuc.Web.Accounts.SecondFactor;

namespace XacThuc.Bench.Handling;

/// <summary>Somebody at a desk with a browser, signed in to a house. Times are until the next page can be used.</summary>
internal sealed class Desk(IPage page, string house) : IAsyncDisposable
{
    // When a key was pressed, and when another item of a work-list stood there.
    private const string Watching = """
        addEventListener('keydown', () => { window.benchPressed = performance.now(); }, true);
        new MutationObserver(() => {
          const item = document.querySelector('[data-worklist]');
          if (item && item !== window.benchItem) { window.benchItem = item; window.benchShown = performance.now(); }
        }).observe(document, { childList: true, subtree: true });
        """;

    public IPage Page => page;

    public static async Task<Desk> SignIn(IBrowser browser, string house, ReadyAccount account)
    {
        var session = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "vi-VN" });
        await session.AddInitScriptAsync(Watching);
        var page = await session.NewPageAsync();
        await page.GotoAsync(house + "/sign-in");
        await page.FillAsync("[name=User]", account.User);
        await page.FillAsync("[name=Password]", account.Password);
        await page.Keyboard.PressAsync("Enter");
        if (account.TotpSecret is { } secret)
        {
            await page.FillAsync("[name=Code]", OneTimeCode.At(secret, TimeProvider.System.GetUtcNow()));
            await page.Keyboard.PressAsync("Enter");
        }

        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return new Desk(page, house);
    }

    /// <summary>Opens an address; milliseconds.</summary>
    public async Task<double> Open(string address)
    {
        var watch = Stopwatch.StartNew();
        var answer = await page.GotoAsync(house + address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return answer is { Status: 200 } ? watch.Elapsed.TotalMilliseconds : throw new Refused($"{address} was answered with {answer?.Status}.");
    }

    /// <summary>Presses a key or a button that leads to another page; milliseconds.</summary>
    public async Task<double> Lead(Func<Task> press)
    {
        await page.EvaluateAsync("() => { window.benchOld = true; }");
        var watch = Stopwatch.StartNew();
        await press();
        await page.WaitForFunctionAsync("() => !window.benchOld && document.readyState !== 'loading'", null, new() { PollingInterval = 2, Timeout = 60_000 });
        return watch.Elapsed.TotalMilliseconds;
    }

    public Task<double> Lead(string key) => Lead(() => page.Keyboard.PressAsync(key));

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
}
