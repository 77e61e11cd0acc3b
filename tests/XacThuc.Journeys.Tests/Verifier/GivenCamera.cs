using System.Text;
using Microsoft.Playwright;
using SkiaSharp;
using XacThuc.Web.Documents;

namespace XacThuc.Journeys.Tests.Verifier;

/// <summary>
/// A browser whose camera is a file (YUV4MPEG2, one frame that comes again and again) and what is held before it: the file is
/// written over while the browser reads it.
/// </summary>
internal sealed class GivenCamera : IAsyncDisposable
{
    private const int Width = 1280;
    private const int Height = 720;
    private static readonly byte[] Header = Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F20:1 Ip A0:0 C420jpeg\nFRAME\n");

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"xacthuc-camera-{Guid.NewGuid():N}.y4m");
    private IBrowser? _browser;

    private GivenCamera() => Show(text: null);

    /// <param name="isThere">Whether the machine has one.</param>
    /// <param name="isAllowed">Whether every page may use it; otherwise none may that is not given leave.</param>
    public static async Task<GivenCamera> Open(bool isThere = true, bool isAllowed = true)
    {
        var camera = new GivenCamera();
        string[] args = ["--disable-gpu", "--force-prefers-reduced-motion"];
        if (isThere) args = [.. args, "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={camera._file}"];
        if (isThere && isAllowed) args = [.. args, "--use-fake-ui-for-media-stream"];
        camera._browser = await Browser.Launch(args);
        return camera;
    }

    /// <summary>A phone at the gate, or a wider screen.</summary>
    public async Task<IPage> Page(int width = 390, int height = 844)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "vi-VN", HasTouch = width < 1000 });
        return await context.NewPageAsync();
    }

    /// <summary>Holds a code before the camera, printed on paper and not quite straight; or nothing.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="isAside">Whether it is seen from the side, so that a corner is nearer and outside of the frame.</param>
    public void Show(string? text, bool isAside = false)
    {
        using var scene = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(scene))
        {
            canvas.Clear(new SKColor(104, 104, 104));
            if (text is not null) Draw(canvas, text, isAside);
        }

        using var file = new FileStream(_file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        file.Write(Header);
        file.Write(scene.GetPixelSpan());
        file.Write(Enumerable.Repeat((byte)128, Width * Height / 2).ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        File.Delete(_file);
    }

    private static void Draw(SKCanvas canvas, string text, bool isAside)
    {
        var code = QrPicture.Of(text);
        var side = 600f / code.Size;
        using var paper = new SKPaint { Color = new SKColor(240, 240, 240) };
        using var ink = new SKPaint { Color = new SKColor(30, 30, 30), IsAntialias = true };
        canvas.Translate(Width / 2f, Height / 2f);
        if (isAside) canvas.Concat(new SKMatrix(1, 0, 0, 0, 1, 0, 0.0006f, -0.0004f, 1));
        canvas.RotateDegrees(3);
        canvas.DrawRect(-330, -330, 660, 660, paper);
        canvas.Translate(-300, -300);
        foreach (var (x, y, length) in code.Runs) canvas.DrawRect(x * side, y * side, length * side, side, ink);
    }
}
