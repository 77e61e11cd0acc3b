using System.Security.Cryptography;
using SkiaSharp;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>Makes the JPEG that is kept from pixels: upright, of the size kept, in sRGB, without anything else.</summary>
internal static class PhotoMaking
{
    private static readonly SKColorSpace Colours = SKColorSpace.CreateSrgb();
    private static readonly SKJpegEncoderOptions Encoding = new(82, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore);

    /// <summary>Makes it; none where it cannot be.</summary>
    public static ReadPhoto? Make(SKBitmap decoded, SKEncodedOrigin origin)
    {
        using var upright = IsDone(decoded, origin) ? decoded : Upright(decoded, origin);
        if (upright is null) return null;
        using var pixels = upright.PeekPixels();

        // Without a colour space it writes no profile; pictures without one are sRGB.
        using var plain = new SKPixmap(pixels.Info.WithColorSpace(null!), pixels.GetPixels(), pixels.RowBytes);
        using var jpeg = plain.Encode(Encoding);
        if (jpeg is null) return null;
        var bytes = jpeg.ToArray();
        var (isBlurred, isDark) = PhotoLook.Of(upright);
        return new ReadPhoto(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), upright.Width, upright.Height, isBlurred, isDark);
    }

    // What a browser has made smaller already comes so.
    private static bool IsDone(SKBitmap decoded, SKEncodedOrigin origin) =>
        origin == SKEncodedOrigin.TopLeft && decoded.AlphaType == SKAlphaType.Opaque && decoded.ColorSpace?.IsSrgb == true
        && Math.Max(decoded.Width, decoded.Height) <= PhotoReading.LongestKept;

    private static SKBitmap? Upright(SKBitmap decoded, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1f, PhotoReading.LongestKept / (float)Math.Max(decoded.Width, decoded.Height));
        var (across, down) = (Scaled(decoded.Width, scale), Scaled(decoded.Height, scale));
        var made = new SKBitmap();
        if (!made.TryAllocPixels(new SKImageInfo(turned ? down : across, turned ? across : down, PhotoLook.Pixels, SKAlphaType.Opaque, Colours)))
        {
            made.Dispose();
            return null;
        }

        using var canvas = new SKCanvas(made);
        using var image = SKImage.FromPixels(decoded.PeekPixels());

        // What is transparent lies on paper, not on black.
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(Turn(origin, across, down));
        var sampling = scale < 0.6f ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKFilterMode.Linear);
        canvas.DrawImage(image, new SKRect(0, 0, across, down), scale < 1 ? sampling : SKSamplingOptions.Default);
        canvas.Flush();
        return made;
    }

    private static int Scaled(int pixels, float scale) => Math.Max(1, (int)MathF.Round(pixels * scale));

    // EXIF 2.32, 4.6.4 A: where row 0 and column 0 of the stored picture stand.
    private static SKMatrix Turn(SKEncodedOrigin origin, int across, int down) => origin switch
    {
        SKEncodedOrigin.TopLeft => SKMatrix.Identity,
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, across, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, across, 0, -1, down, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, down, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, down, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, down, -1, 0, across, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, across, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
