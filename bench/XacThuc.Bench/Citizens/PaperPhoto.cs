using SkiaSharp;

namespace XacThuc.Bench.Citizens;

/// <summary>A photo of a paper as a phone's browser sends it: shrunk to 2,400 pixels, some 500 kB, no two the same.</summary>
internal static class PaperPhoto
{
    public static byte[] Make(int nth)
    {
        using var bitmap = new SKBitmap(2400, 1800);
        using var canvas = new SKCanvas(bitmap);
        var dice = new Random(nth);
        canvas.Clear(new SKColor(250, 249, 244));
        using var ink = new SKPaint { Color = new SKColor(30, 30, 60) };
        for (var line = 0; line < 30; line++)
            for (var word = 0; word < 14; word++) canvas.DrawRect(80 + (word * 160), 80 + (line * 56), dice.Next(40, 140), 22, ink);

        // The grain of a sensor: without it the file would be a tenth of a photo's.
        for (var grain = 0; grain < 120_000; grain++)
            bitmap.SetPixel(dice.Next(2400), dice.Next(1800), new SKColor((byte)dice.Next(200, 256), (byte)dice.Next(200, 256), (byte)dice.Next(200, 256)));
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 82);
        return data.ToArray();
    }
}
