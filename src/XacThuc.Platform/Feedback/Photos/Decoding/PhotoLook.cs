using NetVips;

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
    public static (bool IsBlurred, bool IsDark) Of(Image photo)
    {
        var (sharpness, light) = Measure(photo);
        return (sharpness < Blurred, light < Dark);
    }

    /// <summary>Its sharpness and its light.</summary>
    public static (double Sharpness, double Light) Measure(Image photo)
    {
        var scale = Math.Min(1, Side / (double)Math.Max(photo.Width, photo.Height));
        using var small = photo.Resize(scale, kernel: Enums.Kernel.Linear);
        var (grey, width, height) = (Grey(small.WriteToMemory<byte>()), small.Width, small.Height);
        return (Sharpness(grey, width, height), Light(grey));
    }

    // Luminance of BT.709, of 256.
    private static byte[] Grey(ReadOnlySpan<byte> pixels)
    {
        var grey = new byte[pixels.Length / 3];
        for (var at = 0; at < grey.Length; at++) grey[at] = (byte)(((54 * pixels[3 * at]) + (183 * pixels[(3 * at) + 1]) + (19 * pixels[(3 * at) + 2])) >> 8);
        return grey;
    }

    private static double Light(ReadOnlySpan<byte> grey)
    {
        long sum = 0;
        foreach (var value in grey) sum += value;
        return sum / (double)grey.Length;
    }

    private static double Sharpness(ReadOnlySpan<byte> grey, int width, int height)
    {
        Span<double> variances = stackalloc double[Tiles * Tiles];
        for (var tile = 0; tile < variances.Length; tile++)
        {
            var (left, right) = (tile % Tiles * (width - 2) / Tiles + 1, (tile % Tiles + 1) * (width - 2) / Tiles + 1);
            var (top, bottom) = (tile / Tiles * (height - 2) / Tiles + 1, (tile / Tiles + 1) * (height - 2) / Tiles + 1);
            long sum = 0, squares = 0;
            for (var y = top; y < bottom; y++)
            {
                var above = grey.Slice(((y - 1) * width) + left, right - left);
                var below = grey.Slice(((y + 1) * width) + left, above.Length);
                var line = grey.Slice((y * width) + left - 1, above.Length + 2);
                var (lineSum, lineSquares) = (0, 0);
                for (var x = 0; x < above.Length && x < below.Length && x < line.Length - 2; x++)
                {
                    var edge = above[x] + below[x] + line[x] + line[x + 2] - (4 * line[x + 1]);
                    lineSum += edge;
                    lineSquares += edge * edge;
                }

                sum += lineSum;
                squares += lineSquares;
            }

            var count = Math.Max(1.0, (right - left) * (bottom - top));
            variances[tile] = squares / count - sum / count * (sum / count);
        }

        variances.Sort();
        return variances[^SharpTile];
    }
}
