using System.CommandLine;
using System.Globalization;
using Microsoft.Playwright;
using XacThuc.Bench.Certificates.Gate;
using XacThuc.Bench.Measuring;
using XacThuc.Platform.Verifier;

namespace XacThuc.Bench.Certificates;

/// <summary>The guards' app in Chromium before a camera that is a file: how many codes it reads, and how soon after one is seen the verdict stands there.</summary>
internal static class VerifierCommand
{
    /// <summary>A guard holds a code no longer before they ask for another.</summary>
    private const int Patience = 4000;

    // Which frame first had the picture is told by its corner; the verdict stands there when the frame after it is drawn.
    private const string Watch = """
        (() => {
          const video = document.querySelector("#video"), screen = document.querySelector("#verdict");
          const point = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
          window.seen = 0;
          const look = () => {
            point.drawImage(video, 4, 4, 8, 8, 0, 0, 1, 1);
            const isThere = point.getImageData(0, 0, 1, 1).data[0] > 128;
            if (!isThere) window.seen = 0;
            else if (!window.seen) window.seen = performance.now();
            requestAnimationFrame(look);
          };
          look();
          new MutationObserver(() => { if (!screen.hidden) requestAnimationFrame(() => { window.shown = window.seen ? performance.now() - window.seen : -1; }); }).observe(screen, { attributes: true, attributeFilter: ["hidden"] });
        })()
        """;

    public static Command Create()
    {
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 25, Description = "Pictures of each kind" };
        var command = new Command("verifier", "The guards' app in Chromium with a fake camera: read rate, scan to verdict, camera, size") { count };
        command.SetAction((parsed, _) => Run(parsed.GetValue(count)));
        return command;
    }

    private static async Task Run(int count)
    {
        Console.WriteLine(MachineFacts.Now());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nWhole app, gzip: {VerifierApp.Files.Values.Sum(file => (file.Gzip ?? file.Whole)!.Length):N0} bytes (asked: under 600,000)"));
        var file = Path.Combine(Path.GetTempPath(), $"xacthuc-bench-{Guid.NewGuid():N}.y4m");
        var camera = new FakeCamera(file);
        camera.Blank();
        await using var house = await GateHouse.Open();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={file}"],
            ChromiumSandbox = false,
        });

        var opened = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            await using var context = await browser.NewContextAsync();
            opened.Add(await Opened(await context.NewPageAsync(), house));
        }

        Console.WriteLine(Line("Camera open after the address was asked, ms", opened, "under 2,000"));
        var page = await browser.NewPageAsync();
        await Opened(page, house);
        await page.EvaluateAsync(Watch);
        await Pictures(page, camera, house, count);
        File.Delete(file);
    }

    private static async Task<double> Opened(IPage page, GateHouse house)
    {
        await page.GotoAsync(house.Address);
        await page.WaitForSelectorAsync("body[data-camera=open][data-lists=asked]");
        return await page.EvaluateAsync<double>("performance.getEntriesByName('camera-open')[0].startTime");
    }

    private static async Task Pictures(IPage page, FakeCamera camera, GateHouse house, int count)
    {
        var (all, read) = (new List<double>(), 0);
        Console.WriteLine($"\n| {count} codes each, 1600 x 1200 | read within {Patience / 1000} s | median ms to verdict | p95 ms |\n|---|---|---|---|");
        foreach (var kind in Enum.GetValues<PictureKind>())
        {
            var times = new List<double>();
            for (var nth = 0; nth < count; nth++)
            {
                var person = ((int)kind * 10_000) + nth;
                if (await Scan(page, camera, GivenPictures.Of(kind, house.Certificate(person), new Random((nth * 31) + (int)kind)), GateHouse.NameOf(person)) is { } time) times.Add(time);
            }

            all.AddRange(times);
            read += times.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind.ToString().ToLowerInvariant()} | {100.0 * times.Count / count:0.0} % | {At(times, 0.5):0} | {At(times, 0.95):0} |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all | {100.0 * read / (count * Enum.GetValues<PictureKind>().Length):0.0} % (asked: 98) | {At(all, 0.5):0} (asked: under 150) | {At(all, 0.95):0} |"));
    }

    private static async Task<double?> Scan(IPage page, FakeCamera camera, byte[] picture, string name)
    {
        camera.Show(picture);
        try
        {
            await page.Locator("#verdict[data-is=genuine]:not([hidden]) .name", new() { HasText = name }).WaitForAsync(new() { Timeout = Patience });
            await page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            return await page.EvaluateAsync<double>("window.shown");
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            camera.Blank();
            while (await page.EvaluateAsync<double>("window.seen") > 0) await Task.Delay(20);
            if (await page.Locator("#next").CountAsync() > 0) await page.ClickAsync("#next");
            await Task.Delay(100);
        }
    }

    private static string Line(string what, List<double> times, string asked) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: median {At(times, 0.5):0}, longest {times.Max():0} (asked: {asked})");

    private static double At(List<double> times, double share) => times.Count == 0 ? double.NaN : times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * share)));
}
