using SkiaSharp;
using XacThuc.Platform.Tests.Feedback.Photos;

namespace XacThuc.Bench.Photos;

/// <summary>A photo of a paper with the grain of a phone's camera: a drawing alone is too easy to read.</summary>
internal static class GrainyPaper
{
    /// <summary>The file; another for each seed.</summary>
    public static byte[] File(SKEncodedImageFormat format, int width, int height, uint seed = 1, int quality = 92)
    {
        using var paper = GivenPhoto.Paper(width, height, blur: 1);
        var pixels = paper.GetPixelSpan();
        for (var at = 0; at < pixels.Length; at++)
        {
            seed = unchecked(seed * 1664525 + 1013904223);
            if ((at & 3) != 3) pixels[at] = (byte)Math.Clamp(pixels[at] + (int)(seed >> 28) - 8, 0, 255);
        }

        using var data = paper.Encode(format, quality);
        return data.ToArray();
    }

    /// <summary>A photo as browsers send it, shrunk by the page's script; another for each seed.</summary>
    public static byte[] AsSent(uint seed = 1) => File(SKEncodedImageFormat.Jpeg, 2000, 1500, seed, quality: 85);
}
