using SkiaSharp;

namespace XacThuc.Web.Documents.Pdf;

/// <summary>Draws pages. No date and no name of a program goes into the file: the same pages give the same bytes.</summary>
internal static class PdfWriter
{
    private const float Thin = 0.5f;

    public static byte[] Write(string title, IReadOnlyList<Sheet> sheets, Ruler ruler)
    {
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, new SKDocumentPdfMetadata { Title = title, RasterDpi = 72, EncodingQuality = 101 }))
        {
            foreach (var sheet in sheets)
            {
                Draw(sheet, document.BeginPage(sheet.Width, sheet.Height), ruler);
                document.EndPage();
            }

            document.Close();
        }

        return file.ToArray();
    }

    /// <summary>Draws a page.</summary>
    public static void Draw(Sheet sheet, SKCanvas canvas, Ruler ruler)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        foreach (var words in sheet.Words) canvas.DrawText(words.Text, words.X, words.Y, SKTextAlign.Left, ruler.FontOf(words.Ink), ink);
        foreach (var lines in sheet.Rules.GroupBy(line => line.Stroke))
        {
            using var dashes = DashesOf(lines.Key);
            using var pen = new SKPaint { Color = SKColors.Black, IsStroke = true, StrokeWidth = Thin, PathEffect = dashes };
            foreach (var line in lines) canvas.DrawLine(line.FromX, line.FromY, line.ToX, line.ToY, pen);
        }

        foreach (var code in sheet.Codes) Draw(code, canvas, ink);
    }

    private static void Draw(Code code, SKCanvas canvas, SKPaint ink)
    {
        // One path: modules drawn one by one would show seams between them.
        using var path = new SKPathBuilder();
        var module = code.Side / code.Picture.Size;
        foreach (var (x, y, length) in code.Picture.Runs)
            path.AddRect(SKRect.Create(code.X + (x * module), code.Y + (y * module), length * module, module));
        using var shape = path.Detach();
        canvas.DrawPath(shape, ink);
    }

    private static SKPathEffect? DashesOf(Stroke stroke) => stroke switch
    {
        Stroke.Full => null,
        Stroke.Dots => SKPathEffect.CreateDash([0.6f, 2.2f], 0),
        Stroke.Cut => SKPathEffect.CreateDash([5, 4], 0),
    };
}
