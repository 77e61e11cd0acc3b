using SkiaSharp;
using XacThuc.Web.Documents;

namespace XacThuc.Cli.Tests.VerifyQr;

/// <summary>The ways in which people hand codes over.</summary>
internal static class GivenCodes
{
    public static SKBitmap Drawn(string text, int pixelsOfAModule = 4)
    {
        var side = QrPicture.Of(text).Size * pixelsOfAModule;
        var drawn = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.White);
        Draw(canvas, text, pixelsOfAModule);
        return drawn;
    }

    /// <summary>As a file: <c>png</c>, <c>jpg</c> turned by hand, <c>tilted</c> and <c>steep</c> seen from the side, <c>cut</c> with a corner outside, <c>pdf</c> with a picture, <c>shapes</c> a PDF of filled squares.</summary>
    public static byte[] File(string text, string form)
    {
        using var drawn = Drawn(text);
        switch (form)
        {
            case "png":
                return drawn.Encode(SKEncodedImageFormat.Png, 100).ToArray();
            case "jpg" or "tilted" or "steep" or "cut":
                using (var photo = Photographed(drawn, form switch { "tilted" => 0.2f, "steep" => 0.4f, _ => 0 }))
                using (var kept = new SKBitmap())
                {
                    photo.ExtractSubset(kept, new SKRectI(form == "cut" ? photo.Width / 4 : 0, 0, photo.Width, photo.Height));
                    return kept.Encode(SKEncodedImageFormat.Jpeg, 70).ToArray();
                }

            default:
                using (var file = new MemoryStream())
                {
                    using (var pdf = SKDocument.CreatePdf(file))
                    {
                        var page = pdf.BeginPage(595, 842);
                        page.Translate(100, 100);
                        if (form == "pdf")
                        {
                            using var image = SKImage.FromBitmap(drawn);
                            page.DrawImage(image, new SKRect(0, 0, 200, 200), SKSamplingOptions.Default);
                        }
                        else
                        {
                            Draw(page, text, 2);
                        }

                        pdf.EndPage();
                        pdf.Close();
                    }

                    return file.ToArray();
                }
        }
    }

    private static void Draw(SKCanvas canvas, string text, float side)
    {
        using var ink = new SKPaint { Color = SKColors.Black };
        foreach (var (x, y, length) in QrPicture.Of(text).Runs) canvas.DrawRect(x * side, y * side, length * side, side, ink);
    }

    // On a table, a little turned and not quite straight.
    private static SKBitmap Photographed(SKBitmap drawn, float tilt)
    {
        var photo = new SKBitmap(new SKImageInfo(drawn.Width * 2, drawn.Height * 2, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(photo);
        using var image = SKImage.FromBitmap(drawn);
        canvas.Clear(new SKColor(120, 100, 90));
        canvas.Translate(drawn.Width, drawn.Height);
        canvas.Concat(new SKMatrix(1, 0, 0, 0, 1, 0, tilt / drawn.Width, -tilt / drawn.Height, 1));
        canvas.RotateDegrees(12);
        canvas.Translate(-drawn.Width, -drawn.Height);
        canvas.DrawRect(drawn.Width * 0.4f, drawn.Height * 0.4f, drawn.Width * 1.2f, drawn.Height * 1.2f, new SKPaint { Color = SKColors.White });
        canvas.DrawImage(image, new SKRect(drawn.Width * 0.5f, drawn.Height * 0.5f, drawn.Width * 1.5f, drawn.Height * 1.45f), new SKSamplingOptions(SKFilterMode.Linear));
        return photo;
    }
}
