namespace XacThuc.Web.Documents.Pdf;

/// <summary>Lays a proof out: on paper, as a card of a phone's size, or its code alone.</summary>
internal static class ProofLayout
{
    private const float Margin = 20 * Sheet.Millimetre;
    private const float CodeOnPaper = 88 * Sheet.Millimetre;
    private const float PhoneWidth = 360;
    private const float PhoneHeight = 720;
    private const float PhoneMargin = 20;
    private static readonly Ink Head = new(Face.Regular, 10);
    private static readonly Ink Title = new(Face.Bold, 17);
    private static readonly Ink TitleEn = new(Face.Italic, 11);
    private static readonly Ink Name = new(Face.Bold, 20);
    private static readonly Ink Label = new(Face.Regular, 9);
    private static readonly Ink Value = new(Face.Bold, 10.5f);
    private static readonly Ink Note = new(Face.Regular, 8.5f);

    /// <summary>An upright A4 page.</summary>
    public static Sheet OnPaper(ProofSheet proof, Ruler ruler)
    {
        var sheet = Sheet.Of(Paper.Upright);
        var width = sheet.Width - (2 * Margin);
        var y = Heading(proof, sheet, Margin, Margin, width, ruler);
        sheet.Codes.Add(new Code(QrPicture.OfProof(proof.Code), (sheet.Width - CodeOnPaper) / 2, y, CodeOnPaper));
        y += CodeOnPaper + 6;
        y = Middle(sheet, proof.Name, Name, Margin, y, width, ruler) + 10;
        y = Fields(proof, sheet, Margin, y, width, 0.46f, ruler) + 12;
        foreach (var note in proof.Notes) y = Lines(sheet, note, Note, Margin, y, width, ruler) + 4;
        return sheet;
    }

    /// <summary>A card of a phone's size, longer where the words need it: what is looked at first stands above.</summary>
    public static Sheet OnPhone(ProofSheet proof, Ruler ruler)
    {
        var needs = OnPhone(proof, new Sheet(PhoneWidth, PhoneHeight), ruler);
        var sheet = new Sheet(PhoneWidth, Math.Max(PhoneHeight, needs + PhoneMargin));
        OnPhone(proof, sheet, ruler);
        return sheet;
    }

    /// <summary>The code and whose it is.</summary>
    public static Sheet CodeAlone(ProofSheet proof, Ruler ruler)
    {
        const float side = 300;
        var lines = ruler.LinesOf(proof.Name, Title, side - 20);
        var sheet = new Sheet(side, side + (lines.Count * Title.Line) + 14);
        sheet.Codes.Add(new Code(QrPicture.OfProof(proof.Code), 0, 0, side));
        Middle(sheet, proof.Name, Title, 10, side - 4, side - 20, ruler);
        return sheet;
    }

    private static float OnPhone(ProofSheet proof, Sheet sheet, Ruler ruler)
    {
        const float width = PhoneWidth - (2 * PhoneMargin);
        var y = Heading(proof, sheet, PhoneMargin, PhoneMargin, width, ruler);
        sheet.Codes.Add(new Code(QrPicture.OfProof(proof.Code), PhoneMargin, y, width));
        y = Middle(sheet, proof.Name, Name, PhoneMargin, y + width + 2, width, ruler) + 4;
        return Fields(proof, sheet, PhoneMargin, y, width, 0.5f, ruler);
    }

    private static float Heading(ProofSheet proof, Sheet sheet, float left, float top, float width, Ruler ruler)
    {
        var y = Middle(sheet, proof.Issuer, Head, left, top, width, ruler) + 4;
        y = Middle(sheet, proof.Title, Title, left, y, width, ruler);
        return Middle(sheet, proof.TitleEn, TitleEn, left, y, width, ruler) + 4;
    }

    // Names of both languages at the left, what stands there at the right, a thin line between.
    private static float Fields(ProofSheet proof, Sheet sheet, float left, float top, float width, float share, Ruler ruler)
    {
        var (y, middle) = (top, left + (width * share));
        foreach (var field in proof.Fields)
        {
            var names = Lines(sheet, $"{field.Vi} / {field.En}", Label, left, y + 2, (width * share) - 8, ruler);
            var values = Lines(sheet, field.Value, Value, middle, y + 1, width * (1 - share), ruler);
            y = Math.Max(names, values) + 2;
            sheet.Rules.Add(new Rule(Stroke.Full, left, y, left + width, y));
        }

        return y;
    }

    private static float Lines(Sheet sheet, string text, Ink ink, float left, float top, float width, Ruler ruler)
    {
        var y = top;
        foreach (var line in ruler.LinesOf(text, ink, width))
        {
            sheet.Words.Add(new Words(line, ink, left, y + ink.Rise));
            y += ink.Line;
        }

        return y;
    }

    private static float Middle(Sheet sheet, string text, Ink ink, float left, float top, float width, Ruler ruler)
    {
        var y = top;
        foreach (var line in ruler.LinesOf(text, ink, width))
        {
            sheet.Words.Add(new Words(line, ink, left + ((width - ruler.WidthOf(line, ink)) / 2), y + ink.Rise));
            y += ink.Line;
        }

        return y;
    }
}
