using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Report;

/// <summary>Figures of one question. The table, its chart and the table on the terminal are all drawn from it.</summary>
internal sealed record FigureTable
{
    /// <summary>The word by which the page and its script find it.</summary>
    public required string Place { get; init; }

    public required Bilingual Title { get; init; }

    public required Bilingual NameHeading { get; init; }

    public Bilingual? CodeHeading { get; init; }

    public required IReadOnlyList<FigureColumn> Columns { get; init; }

    public required Bilingual ShareHeading { get; init; }

    public required IReadOnlyList<FigureRow> Rows { get; init; }

    public Bilingual? Note { get; init; }

    public required FigureChart Chart { get; init; }
}

/// <summary>A column of counts; the chart shows it only if it is drawn.</summary>
internal sealed record FigureColumn(Bilingual Name, Tone Tone, bool Drawn);

/// <summary>A row, with one count a column.</summary>
internal sealed record FigureRow(Bilingual Name, string Code, Tone Tone, long[] Counts, Bilingual Share)
{
    /// <summary>What the name stands for, where it does not say so itself.</summary>
    public Bilingual? Meaning { get; init; }
}

/// <summary>How a table is drawn: at most so many of its rows.</summary>
internal sealed record FigureChart(ChartKind Kind, Bilingual Title, int Most);

internal enum ChartKind
{
    /// <summary>One bar cut into the rows.</summary>
    Shares,

    /// <summary>A bar a row.</summary>
    Bars,

    /// <summary>A bar a row, cut into the columns.</summary>
    Stacks,
}
