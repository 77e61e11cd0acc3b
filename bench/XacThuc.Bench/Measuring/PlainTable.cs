using System.Text;

namespace XacThuc.Bench.Measuring;

/// <summary>A table in plain text: the first column to the left, figures to the right.</summary>
internal sealed class PlainTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = headings.Select((heading, i) => _rows.Select(row => row[i].Length).Append(heading.Length).Max()).ToArray();
        var text = new StringBuilder();
        Write(text, headings, widths);
        Write(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in _rows) Write(text, row, widths);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string[] cells, int[] widths)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Append("  ");
            text.Append(i == 0 ? cells[i].PadRight(widths[i]) : cells[i].PadLeft(widths[i]));
        }

        text.AppendLine();
    }
}
