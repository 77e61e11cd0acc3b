using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(XacThuc.Journeys.Tests.Browser))]
[assembly: XacThuc.Journeys.Tests.ClosesPages]

namespace XacThuc.Journeys.Tests;

/// <summary>The machine's own Chromium, started once; it reaches no network. With XACTHUC_SCREENSHOTS set, pictures go to artifacts/screenshots.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion",
    ];

    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = new(StringComparer.Ordinal);
    private static readonly ConcurrentBag<Task> Closing = [];

    private static IPlaywright? _driver;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _driver = await Playwright.CreateAsync();
        _browser = await Launch(Quiet);
    }

    /// <summary>Starts another one: all are driven by one process.</summary>
    internal static Task<IBrowser> Launch(IEnumerable<string> args)
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(path), $"No browser at {path}: install chromium (./xacthuc test does), or name it in CHROMIUM.");
        return _driver!.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = args, ChromiumSandbox = false });
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Closing);
        if (_browser is not null) await _browser.DisposeAsync();
        _driver?.Dispose();
    }

    /// <summary>A page in a session of its own, closed after the test.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="offline">Whether it reaches nothing at all; otherwise the houses on this machine.</param>
    public async Task<IPage> Open(int width, ColorScheme scheme = ColorScheme.Light, bool script = true, bool offline = true)
    {
        var session = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            Offline = offline,
            IgnoreHTTPSErrors = true,
            Locale = "vi-VN",
        });
        if (TestContext.Current.Test is { } test) Opened.GetOrAdd(test.UniqueID, _ => []).Add(session);
        return await session.NewPageAsync();
    }

    /// <summary>Closes what a test opened; the next one need not wait for it.</summary>
    internal static void Close(string test)
    {
        if (!Opened.TryRemove(test, out var sessions)) return;
        foreach (var session in sessions) Closing.Add(session.CloseAsync());
    }

    /// <summary>Keeps a picture of the whole page, where somebody wants to look at them: a picture costs a quarter of a second.</summary>
    public static async Task Shoot(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("XACTHUC_SCREENSHOTS") is null) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots(), name + ".png"), FullPage = true });
    }

    /// <summary>The repository's folder for screenshots.</summary>
    public static string Screenshots()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "XacThuc.slnx"))) folder = folder.Parent!;
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "artifacts", "screenshots")).FullName;
    }
}
