using SkiaSharp;
using ZXing;
using ZXing.Common;
using ZXing.Multi.QrCode;
using ZXing.QrCode;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>The texts of the QR codes in a picture.</summary>
internal static class PictureCodes
{
    private const long MostPixels = 100_000_000;

    // Codes of certificates have up to 177 modules a side: from three to a dozen pixels each are read best.
    private static readonly int[] Sides = [1600, 800, 2800, 1200, 560, 400];

    // Seen from the side, one edge is shorter: it is looked at as if from the other side, in eight directions, a little and more.
    private static readonly SKPoint[] Tilts = [.. from strength in (float[])[0.1f, 0.2f, 0.3f, 0.42f] from direction in Enumerable.Range(0, 8) let angle = direction * MathF.PI / 4 select new SKPoint(strength * MathF.Cos(angle), strength * MathF.Sin(angle))];
    private const int TiltedSide = 1400;

    private static readonly Dictionary<DecodeHintType, object> Hints = new()
    {
        [DecodeHintType.TRY_HARDER] = true,
        [DecodeHintType.POSSIBLE_FORMATS] = new List<BarcodeFormat> { BarcodeFormat.QR_CODE },
        [DecodeHintType.CHARACTER_SET] = "UTF-8",
    };

    private static readonly Dictionary<DecodeHintType, object> PureHints = new(Hints) { [DecodeHintType.PURE_BARCODE] = true };

    /// <summary>Reads them; none where it is no picture or shows none.</summary>
    public static IReadOnlyList<string> Of(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MostPixels) return [];
        using var picture = SKBitmap.Decode(codec);
        return picture is null ? [] : Of(picture);
    }

    /// <summary>The same of pixels, at several sizes until one shows something.</summary>
    public static IReadOnlyList<string> Of(SKBitmap picture)
    {
        var longer = Math.Max(picture.Width, picture.Height);
        foreach (var side in (int[])[longer <= 2800 ? longer : 2400, .. Sides])
        {
            // Larger only where it is small: a module of one pixel is too little.
            if (side > longer * 3) continue;
            using var grey = Grey(picture, side / (float)longer, default);
            if (Read(grey) is { Count: > 0 } texts) return texts;
        }

        foreach (var tilt in Tilts)
        {
            using var grey = Grey(picture, Math.Min(1, TiltedSide / (float)longer), tilt);
            if (new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(LightOf(grey))), Hints) is { } found) return [found.Text];
        }

        return [];
    }

    private static IReadOnlyList<string> Read(SKBitmap grey)
    {
        var light = LightOf(grey);
        foreach (var binarizer in (Binarizer[])[new HybridBinarizer(light), new GlobalHistogramBinarizer(light)])
        {
            var picture = new BinaryBitmap(binarizer);
            var several = new QRCodeMultiReader().decodeMultiple(picture, Hints);
            if (several is { Length: > 0 }) return [.. several.Select(one => one.Text).Distinct(StringComparer.Ordinal)];
            if ((new QRCodeReader().decode(picture, Hints) ?? new QRCodeReader().decode(picture, PureHints)) is { } single) return [single.Text];
        }

        return [];
    }

    private static PlanarYUVLuminanceSource LightOf(SKBitmap grey) => new(grey.Bytes, grey.RowBytes, grey.Height, 0, 0, grey.Width, grey.Height, false);

    // What is transparent lies on paper; a code that reaches the edge gets a margin.
    private static SKBitmap Grey(SKBitmap picture, float scale, SKPoint tilt)
    {
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        var margin = Math.Max(8, Math.Max(width, height) / 24);
        var grey = new SKBitmap(new SKImageInfo(width + (2 * margin), height + (2 * margin), SKColorType.Gray8, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(grey);
        using var image = SKImage.FromBitmap(picture);
        canvas.Clear(SKColors.White);
        if (tilt != default)
        {
            var (x, y, half) = (grey.Width / 2f, grey.Height / 2f, Math.Max(grey.Width, grey.Height) / 2f);
            canvas.Translate(x, y);
            canvas.Concat(new SKMatrix(1, 0, 0, 0, 1, 0, tilt.X / half, tilt.Y / half, 1));
            canvas.Scale(1 - (tilt.Length * 0.7f));
            canvas.Translate(-x, -y);
        }

        var sampling = scale == 1 ? SKSamplingOptions.Default : scale < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKFilterMode.Linear);
        canvas.DrawImage(image, new SKRect(margin, margin, margin + width, margin + height), sampling);
        return grey;
    }
}
