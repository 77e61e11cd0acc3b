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
    // The same patterns that charts have: colour is never alone.
    private const string Patterns = """
        <defs><pattern id="over-wrong" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.5" height="6"/></pattern><pattern id="over-late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="1.5" height="6"/></pattern><pattern id="over-waiting" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.2"/></pattern><pattern id="over-invalid" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="1.5" height="6"/></pattern></defs>
        """;

    /// <summary>The parts.</summary>
    public required IReadOnlyList<SharePart> Parts { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var total = Math.Max(1, Parts.Sum(part => part.Count));
        var bar = new StringBuilder($"""<svg class="share" aria-hidden="true">{Patterns}""");
        var figures = new StringBuilder("""<ul class="figures">""");
        double at = 0;
        foreach (var part in Parts)
        {
            var width = 100d * part.Count / total;
            var key = part.Tone.Key();
            bar.Append(CultureInfo.InvariantCulture, $"""<rect class="{key}" x="{at:0.###}%" width="{width:0.###}%" height="16"/>""");
            if (Patterns.Contains($"over-{key}", StringComparison.Ordinal))
                bar.Append(CultureInfo.InvariantCulture, $"""<rect fill="url(#over-{key})" x="{at:0.###}%" width="{width:0.###}%" height="16"/>""");
            figures.Append(CultureInfo.InvariantCulture,
                $"""<li><i class="swatch {part.Tone.Key()}"></i><b>{Shown.Number(part.Count)}</b> {HtmlEncoder.Default.Encode(part.Name)} <span class="soft">{Shown.Percent(part.Count, total)}</span></li>""");
            at += width;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(bar.Append("</svg>").Append(figures).Append("</ul>").ToString());
    }
}
