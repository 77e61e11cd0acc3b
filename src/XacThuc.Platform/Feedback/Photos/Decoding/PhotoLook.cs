using SkiaSharp;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>
/// How a photo looks, on a reduced grey copy: blurred by the variance of its Laplacian, dark by its mean luminance. The
/// browser measures the same before sending (<c>web/kit/photos/look.ts</c>).
/// </summary>
internal static class PhotoLook
{
    // A sharp letter at this size is a few pixels high; a smaller copy would make blurred ones sharp again.
    private const int Side = 1000;

    // A sheet is mostly blank: what counts is where it has something, the sharper tiles.
    private const int Tiles = 8;
    private const int SharpTile = Tiles * Tiles / 10;

    /// <summary>Below this, no letter has an edge.</summary>
    private const double Blurred = 90;

    /// <summary>Below this, of 255, little can be told apart.</summary>
    private const double Dark = 60;

    /// <summary>Looks at it.</summary>
    public static (bool IsBlurred, bool IsDark) Of(SKBitmap photo)
    {
        var (sharpness, light) = Measure(photo);
        return (sharpness < Blurred, light < Dark);
    }

    /// <summary>Its sharpness and its light.</summary>
    public static (double Sharpness, double Light) Measure(SKBitmap photo)
    {
        var scale = Math.Min(1f, Side / (float)Math.Max(photo.Width, photo.Height));
        var (width, height) = (Math.Max(Tiles, (int)(photo.Width * scale)), Math.Max(Tiles, (int)(photo.Height * scale)));
        using var grey = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(grey))
        using (var image = SKImage.FromPixels(photo.PeekPixels()))
        {
            canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear));
        }

        return (Sharpness(grey.GetPixelSpan(), grey.RowBytes, width, height), Light(grey.GetPixelSpan(), grey.RowBytes, width, height));
    }

    private static double Light(ReadOnlySpan<byte> grey, int row, int width, int height)
    {
        long sum = 0;
        for (var y = 0; y < height; y++)
            foreach (var value in grey.Slice(y * row, width))
                sum += value;
        return sum / ((double)width * height);
    }

    private static double Sharpness(ReadOnlySpan<byte> grey, int row, int width, int height)
    {
        Span<double> variances = stackalloc double[Tiles * Tiles];
        for (var tile = 0; tile < variances.Length; tile++)
        {
            var (left, right) = (tile % Tiles * (width - 2) / Tiles + 1, (tile % Tiles + 1) * (width - 2) / Tiles + 1);
            var (top, bottom) = (tile / Tiles * (height - 2) / Tiles + 1, (tile / Tiles + 1) * (height - 2) / Tiles + 1);
            long sum = 0, squares = 0;
            for (var y = top; y < bottom; y++)
            {
                var above = grey.Slice((y - 1) * row, width);
                var line = grey.Slice(y * row, width);
                var below = grey.Slice((y + 1) * row, width);
                for (var x = left; x < right; x++)
                {
                    var edge = above[x] + below[x] + line[x - 1] + line[x + 1] - 4 * line[x];
                    sum += edge;
                    squares += edge * edge;
                }
            }

            var count = Math.Max(1.0, (right - left) * (bottom - top));
            variances[tile] = squares / count - sum / count * (sum / count);
        }

        variances.Sort();
        return variances[^SharpTile];
    }
}
