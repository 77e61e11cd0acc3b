using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace XacThuc.Web.Tests.Shell.Scan;

/// <summary>Somebody with a scanner and perhaps a camera, in the machine's own Chromium, at a page with a scan field.</summary>
internal sealed class ScanningPerson : IAsyncDisposable
{
    private readonly ScansKept _scans;
    private readonly GivenShell _shell;

    private ScanningPerson(GivenShell shell, ScansKept scans, IPage page)
    {
        (_shell, _scans, Page) = (shell, scans, page);
        Page.PageError += (_, error) => Complaints.Add(error);
        Page.Console += (_, message) => Complaints.Add(message.Text);
    }

    public IPage Page { get; }

    /// <summary>What the page's form sent so far: the button it was sent by, and the text.</summary>
    public IReadOnlyCollection<string> Sent => _scans.All;

    /// <summary>What the browser complained of: errors, and what a policy forbade.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens the page.</summary>
    public static async Task<ScanningPerson> Open(IBrowser browser, string language = "vi", bool script = true)
    {
        var scans = new ScansKept();
        var shell = await GivenShell.Start(services => services.AddSingleton(scans).AddRazorPages()
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Add(new AssemblyPart(typeof(ScanPage).Assembly));
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(ScanPage).Assembly));
            }));
        var session = await browser.NewContextAsync(new()
        {
            JavaScriptEnabled = script,
            ExtraHTTPHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["As"] = "1", ["Accept-Language"] = language },
        });
        var person = new ScanningPerson(shell, scans, await session.NewPageAsync());
        await person.Page.GotoAsync(new Uri(shell.Client.BaseAddress!, "/scan-here").AbsoluteUri);
        return person;
    }

    /// <summary>Types as a scanner does: a key every five milliseconds by its own clock, none waiting for another.</summary>
    public async Task Scan(string text, params string[] ends)
    {
        var keyboard = await Page.Context.NewCDPSessionAsync(Page);
        var keys = text.Select(letter => Key($"{letter}", $"{letter}")).Concat(ends.Select(end => Key(end, end is "Enter" ? "\r" : "")));
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000d;
        await Task.WhenAll(keys.SelectMany((key, i) => (IEnumerable<Dictionary<string, object>>)
        [
            new(key, key.Comparer) { ["type"] = "keyDown", ["timestamp"] = at + i * 0.005 },
            new(key, key.Comparer) { ["type"] = "keyUp", ["text"] = "", ["timestamp"] = at + i * 0.005 + 0.002 },
        ]).Select(key => keyboard.SendAsync("Input.dispatchKeyEvent", key)));
    }

    /// <summary>Keeps the form from being sent; how often it would have been is the main part's data-sent.</summary>
    public Task HoldForm() => Page.EvaluateAsync("""
        const main = document.querySelector("main");
        main.dataset.sent = 0;
        main.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); main.dataset.sent++; });
        """);

    public Task WouldHaveSent(int times) =>
        Assertions.Expect(Page.Locator("main")).ToHaveAttributeAsync("data-sent", $"{times}", new() { Timeout = 20_000 });

    /// <summary>Waits until so many forms were sent and the page behind the last one is there.</summary>
    public Task WaitForSent(int count) =>
        Assertions.Expect(Page.Locator("#sent")).ToHaveTextAsync($"{count}", new() { Timeout = 20_000 });

    public async Task ShouldServeEverybody()
    {
        var found = await Page.RunAxe();
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
    }

    public async ValueTask DisposeAsync()
    {
        // Chromium does not come to an end with a session whose page is still being replaced.
        await Page.WaitForLoadStateAsync();
        await Page.Context.CloseAsync();
        await _shell.DisposeAsync();
    }

    private static Dictionary<string, object> Key(string key, string text)
    {
        var code = key switch
        {
            "Enter" => 13,
            "Tab" => 9,
            _ => char.ToUpper(key[0], CultureInfo.InvariantCulture) is var letter && char.IsAsciiLetterOrDigit(letter) ? letter : 0,
        };
        return new(StringComparer.Ordinal) { ["key"] = key, ["text"] = text, ["windowsVirtualKeyCode"] = code };
    }
}
