namespace XacThuc.Web.Documents.Pdf;

/// <summary>Lays a poster out on one upright page: its code is 15 cm wide at least without its quiet margin, as 1405/QĐ-BTTTT has places print theirs.</summary>
internal static class PosterLayout
{
    /// <summary>The least side of what is dark.</summary>
    public const float LeastSide = 150 * Sheet.Millimetre;

    private static readonly Ink Small = new(Face.Regular, 12);
    private static readonly Ink Title = new(Face.Bold, 24);
    private static readonly Ink Line = new(Face.Regular, 15);

    public static Sheet Of(CodePoster poster, Ruler ruler)
    {
        const float margin = 12 * Sheet.Millimetre;
        var sheet = Sheet.Of(Paper.Upright);
        var y = Centre(sheet, ruler, poster.Above.ToUpperInvariant(), Small, margin, margin);
        y = Centre(sheet, ruler, poster.Title, Title, margin, y + 8);
        var picture = QrPicture.Of(poster.Link);
        var dark = picture.Runs.Max(run => run.X + run.Length) - picture.Runs.Min(run => run.X);
        var side = LeastSide * picture.Size / dark;
        sheet.Codes.Add(new Code(picture, (sheet.Width - side) / 2, y, side));
        y += side;
        foreach (var line in poster.Below) y = Centre(sheet, ruler, line, Line, margin, y + 4);
        Centre(sheet, ruler, poster.Number, Small, margin, sheet.Height - margin);
        return sheet;
    }

    private static float Centre(Sheet sheet, Ruler ruler, string text, Ink ink, float margin, float y)
    {
        foreach (var line in ruler.LinesOf(text, ink, sheet.Width - (2 * margin)))
        {
            sheet.Words.Add(new Words(line, ink, (sheet.Width - ruler.WidthOf(line, ink)) / 2, y + ink.Rise));
            y += ink.Line;
        }

        return y;
    }
}
