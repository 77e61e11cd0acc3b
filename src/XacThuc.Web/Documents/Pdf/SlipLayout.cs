namespace XacThuc.Web.Documents.Pdf;

/// <summary>Lays slips out, a quarter of a page each, two where the words need them: a pile of pages is cut at once.</summary>
internal static class SlipLayout
{
    private const int Quarters = 4;
    private const float Side = 32;
    private const float Pad = 15;
    private const float CodeSide = 68;
    private const float SignatureRoom = 34;
    private static readonly Ink Body = new(Face.Regular, 10);
    private static readonly Ink Strong = new(Face.Bold, 10);
    private static readonly Ink Name = new(Face.Bold, 12);
    private static readonly Ink Small = new(Face.Regular, 8);
    private static readonly Ink Soft = new(Face.Italic, 8);

    public static IReadOnlyList<Sheet> Of(SlipSheet slips, Ruler ruler)
    {
        var sheets = new List<Sheet>();
        var used = Quarters;
        foreach (var slip in slips.Slips)
        {
            // Drawn on a page that is thrown away, to see how high it is.
            var page = Sheet.Of(Paper.Upright);
            var quarter = page.Height / Quarters;
            var needs = Math.Min(Quarters, (int)Math.Ceiling(Draw(slip, page, 0, quarter, ruler) / quarter));
            if (used + needs > Quarters)
            {
                sheets.Add(Sheet.Of(Paper.Upright));
                used = 0;
            }

            page = sheets[^1];
            Draw(slip, page, used * quarter, needs * quarter, ruler);
            page.Codes.Add(new Code(QrPicture.Of(slip.Link), page.Width - Side - CodeSide, (used * quarter) + Pad - 6, CodeSide));
            used += needs;
            if (used < Quarters) page.Rules.Add(new Rule(Stroke.Cut, 0, used * quarter, page.Width, used * quarter));
        }

        return sheets;
    }

    // Draws a slip between two heights; how high it needs to be.
    private static float Draw(Slip slip, Sheet sheet, float top, float height, Ruler ruler)
    {
        var (left, right, y) = (Side, sheet.Width - Side, top + Pad);
        var narrow = right - left - CodeSide - 10;
        void Put(string text, Ink ink, float x) => sheet.Words.Add(new Words(text, ink, x, y + ink.Rise));
        void Write(string text, Ink ink, float width)
        {
            foreach (var line in ruler.LinesOf(text, ink, width))
            {
                Put(line, ink, left);
                y += ink.Line;
            }
        }

        Write(slip.Unit.ToUpperInvariant(), Strong, narrow);
        Write(slip.Number, Small, narrow);
        y += 3;
        Write(slip.Title, Strong, narrow);
        Write(slip.Name, Name, narrow);
        Write(string.Join("     ", slip.Facts.Select(fact => $"{fact.Name}: {fact.Value}")), Body, narrow);
        y = Math.Max(y + 3, top + Pad + CodeSide - 3);
        foreach (var words in slip.Words) Write(words, Body, right - left);
        var needs = y - top + 4 + Body.Line + Soft.Line + SignatureRoom;

        // The foot lies at the bottom of the slip, whatever stands above.
        y = top + Math.Max(height, needs) - SignatureRoom - Soft.Line - Body.Line;
        Put(slip.Come, Body, left);
        Put(slip.Signs, Body, right - ruler.WidthOf(slip.Signs, Body));
        y += Body.Line;
        Put(Slip.SignedHow, Soft, right - ((ruler.WidthOf(slip.Signs, Body) + ruler.WidthOf(Slip.SignedHow, Soft)) / 2));
        return needs;
    }
}
