using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>The texts of the QR codes in a PDF: in its pictures, and drawn on its pages as filled shapes.</summary>
internal static class PdfCodes
{
    private const int MostPages = 20;
    private const float PixelsOfAPoint = 3;

    /// <summary>Reads them; none where it is no PDF that can be read.</summary>
    public static IReadOnlyList<string> Of(byte[] file)
    {
        try
        {
            using var document = PdfDocument.Open(file);
            return [.. document.GetPages().Take(MostPages).SelectMany(page => page.GetImages().SelectMany(OfImage).Concat(OfShapes(page))).Distinct(StringComparer.Ordinal)];
        }
        catch (Exception damaged) when (damaged is PdfDocumentFormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or NotSupportedException or IOException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> OfImage(IPdfImage image) =>
        image.TryGetPng(out var png) ? PictureCodes.Of(png) : PictureCodes.Of(image.RawBytes.ToArray());

    private static IReadOnlyList<string> OfShapes(Page page)
    {
        var filled = page.Paths.Where(path => path.IsFilled).ToList();
        if (filled.Count == 0) return [];
        var (width, height) = ((int)(page.Width * PixelsOfAPoint), (int)(page.Height * PixelsOfAPoint));
        if (width is <= 0 or > 10_000 || height is <= 0 or > 10_000) return [];
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        foreach (var path in filled)
        {
            var (red, green, blue) = path.FillColor?.ToRGBValues() ?? default;
            using var paint = new SKPaint { Color = new SKColor((byte)(red * 255), (byte)(green * 255), (byte)(blue * 255)) };
            using var shape = Shape(path, height);
            canvas.DrawPath(shape, paint);
        }

        canvas.Flush();
        return PictureCodes.Of(bitmap);
    }

    private static SKPath Shape(IReadOnlyList<PdfSubpath> subpaths, int height)
    {
        SKPoint At(PdfPoint point) => new((float)point.X * PixelsOfAPoint, height - ((float)point.Y * PixelsOfAPoint));
        var shape = new SKPathBuilder();
        foreach (var command in subpaths.SelectMany(subpath => subpath.Commands))
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    shape.MoveTo(At(move.Location));
                    break;
                case PdfSubpath.Line line:
                    shape.LineTo(At(line.To));
                    break;
                case PdfSubpath.CubicBezierCurve curve:
                    shape.CubicTo(At(curve.FirstControlPoint), At(curve.SecondControlPoint), At(curve.EndPoint));
                    break;
                case PdfSubpath.Close:
                    shape.Close();
                    break;
            }
        }

        return shape.Detach();
    }
}
