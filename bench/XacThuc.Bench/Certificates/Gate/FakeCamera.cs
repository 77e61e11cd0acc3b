using System.Text;
using SkiaSharp;

namespace XacThuc.Bench.Certificates.Gate;

/// <summary>
/// The file that Chromium takes for a camera (YUV4MPEG2, one frame that comes again and again, thirty times a second), written over
/// while it is read. The corner is white while a picture is shown: by it the page sees in which frame it came.
/// </summary>
internal sealed class FakeCamera(string file)
{
    public const int Width = 1600;
    public const int Height = 1200;
    private const int Corner = 24;
    private static readonly byte[] Header = Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F30:1 Ip A0:0 C420jpeg\nFRAME\n");
    private static readonly byte[] Grey = [.. Enumerable.Repeat((byte)128, Width * Height / 2)];

    public void Blank() => Write(new byte[Width * Height].AsSpan(), isThere: false);

    /// <summary>Shows a picture, in the middle where it is smaller.</summary>
    public void Show(byte[] jpeg)
    {
        using var picture = SKBitmap.Decode(jpeg);
        using var frame = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(frame);
        canvas.Clear(new SKColor(90, 90, 90));
        var scale = Math.Min(1f, 0.9f * Height / Math.Max(picture.Height, picture.Width * Height / Width));
        if (picture.Width == Width) scale = 1;
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, SKRect.Create((Width - width) / 2, (Height - height) / 2, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        Write(frame.GetPixelSpan(), isThere: true);
    }

    private void Write(Span<byte> frame, bool isThere)
    {
        for (var y = 0; y < Corner; y++) frame.Slice(y * Width, Corner).Fill(isThere ? (byte)255 : (byte)0);
        using var to = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);

        // From the top: where a frame is read meanwhile, its corner is early, never late.
        if (to.Length == 0) to.Write([.. Header, .. frame, .. Grey]);
        to.Position = Header.Length;
        to.Write(frame);
    }
}
