using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using XacThuc.Web.Shell.Assets;

namespace XacThuc.Web.Shell.Tags;

/// <summary><c>&lt;icon name="check" /&gt;</c>: an icon of web/kit/icons.txt; decoration, so a word stands beside it.</summary>
public sealed partial class IconTagHelper : TagHelper
{
    private static readonly FrozenSet<string> Known = IdOf().Matches(
            System.Text.Encoding.UTF8.GetString(Asset.All["icons.svg"].Plain()))
        .Select(id => id.Groups["id"].Value).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Html(Name));
    }

    internal static string Html(string name) => Known.Contains(name)
        ? $"""<svg class="icon" aria-hidden="true"><use href="{Asset.Of("icons.svg")}#{name}"/></svg>"""
        : throw new ArgumentException($"There is no icon {name} in web/kit/icons.txt.", nameof(name));

    [GeneratedRegex("id=\"(?<id>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdOf();
}
