using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using XacThuc.Matching.Texts;

namespace XacThuc.Web.Shell.Tags;

/// <summary>
/// <c>&lt;chart of="chart" /&gt;</c>: a drawing made by web/kit/charts.ts, and the table that says the same. The page loads
/// that script only where a chart stands.
/// </summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartTagHelper : TagHelper
{
    private static readonly object Key = new();

    /// <summary>What to draw.</summary>
    public required Chart Of { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Whether the page drawn so far holds a chart.</summary>
    public static bool IsOn(HttpContext http) => http.Items.ContainsKey(Key);

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.HttpContext.Items[Key] = true;
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-chart", "");
        output.Content.SetHtmlContent(Html(Of));
    }

    private static string Html(Chart chart)
    {
        var html = new StringBuilder($"<figcaption>{Safe(chart.Title)}</figcaption>");
        if (chart.Columns.Count > 1)
        {
            html.Append("""<ul class="legend">""");
            foreach (var column in chart.Columns) html.Append($"""<li><i class="swatch {column.Tone.Key()}"></i>{Safe(column.Name)}</li>""");
            html.Append("</ul>");
        }

        html.Append("""<div class="drawing" aria-hidden="true"></div>""")
            .Append($"""<script type="application/json">{Json(chart)}</script>""")
            .Append($"""<details><summary>{Speech.Say("Xem bảng số", "Show as table")}</summary><div class="list-frame"><table class="list"><thead><tr><th scope="col">{Safe(chart.RowHeading)}</th>""");
        foreach (var column in chart.Columns) html.Append($"""<th scope="col" class="number">{Safe(column.Name)}</th>""");
        html.Append("</tr></thead><tbody>");
        foreach (var row in chart.Rows)
        {
            var name = row.Href is { } href ? $"""<a href="{Safe(href)}">{Safe(row.Name)}</a>""" : Safe(row.Name);
            html.Append($"""<tr><th scope="row">{name}</th>""");
            for (var i = 0; i < chart.Columns.Count; i++)
                html.Append($"""<td class="number" data-name="{Safe(chart.Columns[i].Name)}">{Shown.Number(row.Counts[i])}</td>""");
            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div></details>").ToString();
    }

    // System.Text.Json escapes what could end the element: < > & and '.
    private static string Json(Chart chart) => JsonSerializer.Serialize(
        new
        {
            columns = chart.Columns.Select(column => new { column.Name, tone = column.Tone.Key() }),
            rows = chart.Rows.Select(row => new
            {
                row.Name,
                row.Counts,
                shown = row.Counts.Select(count => $"{Shown.Number(count)} ({Shown.Percent(count, row.Counts.Sum())})"),
                sum = Shown.Number(row.Counts.Sum()),
                row.Href,
            }),
        },
        JsonSerializerOptions.Web);

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
