namespace XacThuc.Web.Documents.Pdf;

/// <summary>Where the next line goes, page after page.</summary>
internal sealed class Flow
{
    private readonly Paper _paper;
    private readonly float _bottom;

    public Flow(Paper paper, Ruler ruler)
    {
        // Margins of decree 30/2020/NĐ-CP for upright pages; tables across need the width.
        const float mm = Sheet.Millimetre;
        (_paper, Ruler) = (paper, ruler);
        var first = Sheet.Of(paper);
        (Left, Right, Top, _bottom) = paper switch
        {
            Paper.Upright => (30 * mm, first.Width - (15 * mm), 20 * mm, first.Height - (15 * mm)),
            Paper.Across => (20 * mm, first.Width - (15 * mm), 20 * mm, first.Height - (15 * mm)),
            Paper.Half => (12 * mm, first.Width - (12 * mm), 10 * mm, first.Height - (8 * mm)),
        };
        (Sheets, Y) = ([first], Top);
    }

    /// <summary>Measures words.</summary>
    public Ruler Ruler { get; }

    /// <summary>All pages.</summary>
    public List<Sheet> Sheets { get; }

    /// <summary>The last one.</summary>
    public Sheet Sheet => Sheets[^1];

    /// <summary>Edge of what is written.</summary>
    public float Left { get; }

    /// <summary>The other edge.</summary>
    public float Right { get; }

    /// <summary>Upper edge.</summary>
    public float Top { get; }

    /// <summary>From edge to edge.</summary>
    public float Width => Right - Left;

    /// <summary>How far the page is filled.</summary>
    public float Y { get; set; }

    /// <summary>How much of it is left.</summary>
    public float Room => _bottom - Y;

    /// <summary>Whether nothing stands on the page.</summary>
    public bool IsFresh => Y <= Top;

    /// <summary>Goes on on a new page.</summary>
    public void Break()
    {
        Sheets.Add(Sheet.Of(_paper));
        Y = Top;
    }

    /// <summary>Goes on on a new page where what comes would be torn.</summary>
    public void Keep(float height)
    {
        if (height > Room && !IsFresh) Break();
    }

    /// <summary>Writes sentences over the whole width.</summary>
    public void Write(string text, Ink ink)
    {
        foreach (var line in Ruler.LinesOf(text, ink, Width))
        {
            Keep(ink.Line);
            Put(line, ink, Left, Y);
            Y += ink.Line;
        }
    }

    /// <summary>Writes in the middle of a part of the width, from a height on; where that ends.</summary>
    public float Centre(string text, Ink ink, (float From, float To) part, float y)
    {
        foreach (var line in Ruler.LinesOf(text, ink, part.To - part.From))
        {
            Put(line, ink, part.From + ((part.To - part.From - Ruler.WidthOf(line, ink)) / 2), y);
            y += ink.Line;
        }

        return y;
    }

    /// <summary>Writes one line whose upper edge is given.</summary>
    public void Put(string line, Ink ink, float x, float y) => Sheet.Words.Add(new Words(line, ink, x, y + ink.Rise));

    /// <summary>Draws a line.</summary>
    public void Draw(Stroke stroke, float fromX, float fromY, float toX, float toY) => Sheet.Rules.Add(new Rule(stroke, fromX, fromY, toX, toY));
}
