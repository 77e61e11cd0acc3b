namespace XacThuc.Web.Documents.Pdf;

/// <summary>Words on one line, from where they begin and stand.</summary>
internal readonly record struct Words(string Text, Ink Ink, float X, float Y);

/// <summary>How a line is drawn.</summary>
internal enum Stroke
{
    /// <summary>Thin and full.</summary>
    Full = 1,

    /// <summary>Dots to write on.</summary>
    Dots = 2,

    /// <summary>Where it is cut.</summary>
    Cut = 3,
}

/// <summary>A line.</summary>
internal readonly record struct Rule(Stroke Stroke, float FromX, float FromY, float ToX, float ToY);

/// <summary>A QR code, from its upper left corner.</summary>
internal readonly record struct Code(QrPicture Picture, float X, float Y, float Side);

/// <summary>A page as it will be drawn: points from its upper left corner.</summary>
internal sealed class Sheet(float width, float height)
{
    public const float Millimetre = 72 / 25.4f;

    public float Width { get; } = width;

    public float Height { get; } = height;

    public List<Words> Words { get; } = [];

    public List<Rule> Rules { get; } = [];

    public List<Code> Codes { get; } = [];

    /// <summary>An empty page.</summary>
    public static Sheet Of(Paper paper) => paper switch
    {
        Paper.Upright => new Sheet(210 * Millimetre, 297 * Millimetre),
        Paper.Across => new Sheet(297 * Millimetre, 210 * Millimetre),
        Paper.Half => new Sheet(210 * Millimetre, 148 * Millimetre),
    };
}
