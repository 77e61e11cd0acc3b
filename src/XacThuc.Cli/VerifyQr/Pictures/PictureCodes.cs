using SkiaSharp;
using ZXing;
using ZXing.Common;
using ZXing.Multi.QrCode;
using ZXing.QrCode;
using ZXing.QrCode.Internal;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>The texts of the QR codes in a picture.</summary>
internal static class PictureCodes
{
    private const long MostPixels = 100_000_000;

    // Codes of certificates have up to 177 modules a side: from three to a dozen pixels each are read best.
    private static readonly int[] Sides = [1600, 800, 2800, 1200, 560, 400];

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

    /// <summary>The same of pixels: as they are, laid flat where the code is seen from the side, then at several sizes until one shows something.</summary>
    public static IReadOnlyList<string> Of(SKBitmap picture)
    {
        var longer = Math.Max(picture.Width, picture.Height);
        using (var grey = Grey(picture, longer <= 2800 ? 1 : 2400f / longer))
        {
            if (Read(grey) is { Count: > 0 } texts) return texts;
            if (FindFlat(grey) is { } text) return [text];
        }

        // Larger only where it is small: a module of one pixel is too little.
        foreach (var side in Sides.Where(side => side <= longer * 3))
        {
            using var grey = Grey(picture, side / (float)longer);
            if (Read(grey) is { Count: > 0 } texts) return texts;
        }

        return [];
    }

    private static string? FindFlat(SKBitmap grey)
    {
        var shade = new Shade(grey.Bytes, grey.RowBytes, grey.Width, grey.Height);
        return FlatCodes.In(shade).Select(code => new Decoder().decode(code, Hints)?.Text).FirstOrDefault(text => text is not null);
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
    private static SKBitmap Grey(SKBitmap picture, float scale)
    {
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        var margin = Math.Max(8, Math.Max(width, height) / 24);
        var grey = new SKBitmap(new SKImageInfo(width + (2 * margin), height + (2 * margin), SKColorType.Gray8, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(grey);
        using var image = SKImage.FromBitmap(picture);
        canvas.Clear(SKColors.White);
        var sampling = scale == 1 ? SKSamplingOptions.Default : scale < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKFilterMode.Linear);
        canvas.DrawImage(image, new SKRect(margin, margin, margin + width, margin + height), sampling);
        return grey;
    }
}
