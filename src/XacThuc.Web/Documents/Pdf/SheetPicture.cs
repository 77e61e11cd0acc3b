using SkiaSharp;

namespace XacThuc.Web.Documents.Pdf;

/// <summary>A sheet as a picture.</summary>
internal static class SheetPicture
{
    /// <summary>PNG, with so many pixels for a point.</summary>
    public static byte[] Of(Sheet sheet, Ruler ruler, float scale)
    {
        using var picture = new SKBitmap(new SKImageInfo((int)(sheet.Width * scale), (int)(sheet.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(scale);
            PdfWriter.Draw(sheet, canvas, ruler);
        }

        using var file = picture.Encode(SKEncodedImageFormat.Png, 100);
        return file.ToArray();
    }
}
