using Microsoft.Playwright;
using Xunit;

namespace XacThuc.Web.Tests.Shell.Scan;

/// <summary>The machine's own Chromium, started once for each kind of camera.</summary>
public sealed class CameraBrowsers : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-scan-");
    private readonly Dictionary<string, IBrowser> _started = new(StringComparer.Ordinal);
    private IPlaywright _playwright = null!;

    public async ValueTask InitializeAsync() => _playwright = await Playwright.CreateAsync();

    public Task<IBrowser> WithoutCamera() => Start("--use-fake-ui-for-media-stream");

    public Task<IBrowser> Forbidden() => Start("--use-fake-ui-for-media-stream=deny", "--use-fake-device-for-media-stream");

    /// <summary>A camera before which a code is held.</summary>
    public Task<IBrowser> Before(string text)
    {
        var film = Path.Combine(_folder.FullName, $"{text.Length}.y4m");
        if (!File.Exists(film)) FilmedCode.Write(film, text);
        return Start(
            "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _started.Values) await browser.DisposeAsync();
        _playwright.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<IBrowser> Start(params string[] arguments)
    {
        var key = string.Join(' ', arguments);
        if (_started.TryGetValue(key, out var started)) return started;
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(path), $"No browser at {path}: install chromium (./xacthuc test does), or name it in CHROMIUM.");
        return _started[key] = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = path, Args = ["--disable-gpu", .. arguments], ChromiumSandbox = false });
    }
}
