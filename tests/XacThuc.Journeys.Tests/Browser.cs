using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(XacThuc.Journeys.Tests.Browser))]

namespace XacThuc.Journeys.Tests;

/// <summary>The machine's own Chromium, started once; it reaches no network. Screenshots go to artifacts/screenshots.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(path), $"No browser at {path}: install chromium (./xacthuc test does), or name it in CHROMIUM.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = Quiet,
            ChromiumSandbox = false,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page in a session of its own.</summary>
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
        return await session.NewPageAsync();
    }

    public static async Task Shoot(IPage page, string name)
    {
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
