using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Web.Shell.Tags;

/// <summary><c>&lt;share-bar parts="parts" /&gt;</c>: shares of a whole as one bar with its numbers; needs no script.</summary>
[HtmlTargetElement("share-bar")]
public sealed class ShareBarTagHelper : TagHelper
{
    /// <summary>The parts.</summary>
    public required IReadOnlyList<SharePart> Parts { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var total = Math.Max(1, Parts.Sum(part => part.Count));
        var bar = new StringBuilder("""<svg class="share" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">""");
        var figures = new StringBuilder("""<ul class="figures">""");
        double at = 0;
        foreach (var part in Parts)
        {
            var width = 1000d * part.Count / total;
            bar.Append(CultureInfo.InvariantCulture, $"""<rect class="{part.Tone.Key()}" x="{at:0.##}" width="{width:0.##}" height="16"/>""");
            figures.Append(CultureInfo.InvariantCulture,
                $"""<li><i class="swatch {part.Tone.Key()}"></i><b>{Shown.Number(part.Count)}</b> {HtmlEncoder.Default.Encode(part.Name)} <span class="soft">{Shown.Percent(part.Count, total)}</span></li>""");
            at += width;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(bar.Append("</svg>").Append(figures).Append("</ul>").ToString());
    }
}
