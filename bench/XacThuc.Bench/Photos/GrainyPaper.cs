using SkiaSharp;
using XacThuc.Platform.Tests.Feedback.Photos;

namespace XacThuc.Bench.Photos;

/// <summary>A photo of a paper with the grain of a phone's camera: a drawing alone is too easy to read.</summary>
internal static class GrainyPaper
{
    /// <summary>The file; another for each seed.</summary>
    public static byte[] File(SKEncodedImageFormat format, int width, int height, uint seed = 1)
    {
        using var paper = GivenPhoto.Paper(width, height, blur: 1);
        var pixels = paper.GetPixelSpan();
        for (var at = 0; at < pixels.Length; at++)
        {
            seed = unchecked(seed * 1664525 + 1013904223);
            if ((at & 3) != 3) pixels[at] = (byte)Math.Clamp(pixels[at] + (int)(seed >> 28) - 8, 0, 255);
        }

        using var data = paper.Encode(format, 92);
        return data.ToArray();
    }

    /// <summary>Photos as browsers send them, shrunk to 2,400 pixels; no two the same.</summary>
    public static byte[][] AsSent(int count) => [.. Enumerable.Range(1, count).Select(nth => File(SKEncodedImageFormat.Jpeg, 2400, 1800, (uint)nth))];
}
