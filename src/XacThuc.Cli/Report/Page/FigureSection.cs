using XacThuc.Cli.Report.Texts;

namespace XacThuc.Cli.Report.Page;

/// <summary>One question: its chart, where scripts run, and the table of the same figures.</summary>
internal static class FigureSection
{
    // A longer table scrolls in its own box.
    private const int Long = 40;

    public static void Write(Html html, FigureTable table)
    {
        html.Write($"<section aria-labelledby=\"{table.Place}-title\">\n<h2 id=\"{table.Place}-title\">{table.Title}</h2>\n");
        if (table.Rows.Count == 0)
        {
            html.Write($"<p>{ReportTexts.NothingWrong}</p>\n</section>\n");
            return;
        }

        html.Write($"<figure>\n<figcaption id=\"{table.Place}-chart-title\">{table.Chart.Title}</figcaption>\n");
        WriteLegend(html, table);
        html.Write($"<div class=\"chart\" id=\"{table.Place}-chart\" role=\"img\" aria-labelledby=\"{table.Place}-chart-title\"></div>\n");
        html.Write($"</figure>\n");
        WriteTable(html, table);
        if (table.Note is { } note) html.Write($"<p class=\"remark\">{note}</p>\n");
        html.Write($"</section>\n");
    }

    public static void WriteIcon(Html html, Tone tone)
    {
        if (tone != Tone.Plain)
            html.Write($"<svg class=\"icon {tone}\" aria-hidden=\"true\"><use href=\"#{tone}\"/></svg>");
    }

    private static void WriteLegend(Html html, FigureTable table)
    {
        var (ofRows, ofColumns) = (table.Chart.Kind == ChartKind.Shares, table.Chart.Kind == ChartKind.Stacks);
        if (!ofRows && !ofColumns) return;
        html.Write($"<ul class=\"legend\">");
        foreach (var row in table.Rows.Where(_ => ofRows))
            html.Write($"<li><i class=\"swatch {row.Tone}\"></i>{row.Name} {row.Share}</li>");
        foreach (var column in table.Columns.Where(column => ofColumns && column.Drawn))
            html.Write($"<li><i class=\"swatch {column.Tone}\"></i>{column.Name}</li>");
        html.Write($"</ul>\n");
    }

    private static void WriteTable(Html html, FigureTable table)
    {
        var size = table.Rows.Count > Long ? " long" : "";
        html.Write($"<div class=\"scroll{size}\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{table.Place}-table-title\">\n<table>\n");
        html.Write($"<caption id=\"{table.Place}-table-title\" class=\"unseen\">{ReportTexts.Table}: {table.Title}</caption>\n");
        html.Write($"<thead><tr><th scope=\"col\">{table.NameHeading}</th>");
        if (table.CodeHeading is { } code) html.Write($"<th scope=\"col\" class=\"code\">{code}</th>");
        foreach (var column in table.Columns)
        {
            html.Write($"<th scope=\"col\" class=\"number\">");
            WriteIcon(html, column.Tone);
            html.Write($"{column.Name}</th>");
        }

        html.Write($"<th scope=\"col\" class=\"number\">{table.ShareHeading}</th></tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows) WriteRow(html, table, row);
        html.Write($"</tbody>\n</table>\n</div>\n");
    }

    private static void WriteRow(Html html, FigureTable table, FigureRow row)
    {
        html.Write($"<tr><th scope=\"row\">");
        WriteIcon(html, row.Tone);
        html.Write($"{row.Name}");
        if (row.Meaning is { } meaning) html.Write($" <small>{meaning}</small>");
        html.Write($"</th>");
        if (table.CodeHeading is not null) html.Write($"<td class=\"code\"><code>{row.Code}</code></td>");
        foreach (var count in row.Counts) html.Write($"<td class=\"number\">{count}</td>");
        html.Write($"<td class=\"number\">{row.Share}</td></tr>\n");
    }
}
