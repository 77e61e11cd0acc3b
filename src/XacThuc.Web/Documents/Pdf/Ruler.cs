using SkiaSharp;

namespace XacThuc.Web.Documents.Pdf;

/// <summary>A cut of the typeface.</summary>
internal enum Face
{
    Regular = 1,
    Bold = 2,

    /// <summary>The regular cut, slanted: a third one would make each file larger by half.</summary>
    Italic = 3,
}

/// <summary>How words are drawn.</summary>
internal readonly record struct Ink(Face Face, float Size)
{
    /// <summary>From one line to the next.</summary>
    public float Line => Size * 1.3f;

    /// <summary>From the upper edge of a line down to where letters stand.</summary>
    public float Rise => Size;
}

/// <summary>Knows how wide words are, and breaks them into lines. For one document: not for several threads.</summary>
internal sealed class Ruler : IDisposable
{
    private static readonly SKTypeface Regular = Load("fonts/regular.ttf");
    private static readonly SKTypeface Bold = Load("fonts/bold.ttf");
    private readonly Dictionary<Ink, SKFont> _fonts = [];

    /// <summary>The font of an ink.</summary>
    public SKFont FontOf(Ink ink)
    {
        if (_fonts.TryGetValue(ink, out var font)) return font;
        font = new SKFont(ink.Face == Face.Bold ? Bold : Regular, ink.Size)
        {
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
            SkewX = ink.Face == Face.Italic ? -0.2f : 0,
        };
        _fonts.Add(ink, font);
        return font;
    }

    /// <summary>How wide a text is on one line.</summary>
    public float WidthOf(string text, Ink ink) => FontOf(ink).MeasureText(text);

    /// <summary>The lines of a text: broken between words, and inside one where it alone is wider.</summary>
    public List<string> LinesOf(string text, Ink ink, float width)
    {
        if (text.Length == 0) return [];
        if (!text.Contains('\n', StringComparison.Ordinal) && WidthOf(text, ink) <= width) return [text];
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n')) Break(paragraph, ink, width, lines);
        return lines;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in _fonts.Values) font.Dispose();
    }

    private void Break(string paragraph, Ink ink, float width, List<string> lines)
    {
        var (line, space) = ("", WidthOf(" ", ink));
        var at = 0f;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            var wide = WidthOf(rest, ink);
            if (line.Length > 0 && at + space + wide <= width)
            {
                (line, at) = ($"{line} {rest}", at + space + wide);
                continue;
            }

            if (line.Length > 0) lines.Add(line);
            while (wide > width && rest.Length > 1)
            {
                var fits = Math.Max(1, FontOf(ink).BreakText(rest, width));
                // A number of an office is broken where its parts meet.
                if (rest.AsSpan(0, fits).LastIndexOfAny('-', '/') is > 0 and var joint) fits = joint + 1;
                lines.Add(rest[..fits]);
                rest = rest[fits..];
                wide = WidthOf(rest, ink);
            }

            (line, at) = (rest, wide);
        }

        lines.Add(line);
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(Ruler).Assembly.GetManifestResourceStream(name)!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
