namespace XacThuc.Cli.Report;

/// <summary>A table for files and pipes: words apart by two spaces, figures to the right, no line broken.</summary>
internal static class PlainTable
{
    /// <param name="output">Where to write.</param>
    /// <param name="rows">The rows, headings first, all of one length.</param>
    /// <param name="words">So many columns at the left hold words; the rest hold figures.</param>
    public static void Write(TextWriter output, IReadOnlyList<string[]> rows, int words)
    {
        var widths = new int[rows[0].Length];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) widths[i] = Math.Max(widths[i], row[i].Length);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (i > 0) output.Write("  ");
                output.Write(i < words ? row[i].PadRight(widths[i]) : row[i].PadLeft(widths[i]));
            }

            output.WriteLine();
        }
    }
}
