using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace XacThuc.Web.Shell.Tags;

/// <summary><c>&lt;page-script name="photos.js" /&gt;</c>: a script of web/kit that a part of a page needs, loaded once.</summary>
[HtmlTargetElement("page-script", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PageScriptTagHelper : TagHelper
{
    private static readonly object Key = new();

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The scripts that the page drawn so far asks for.</summary>
    public static IReadOnlyCollection<string> Of(HttpContext http) => http.Items[Key] as SortedSet<string> ?? [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        if (ViewContext.HttpContext.Items[Key] is not SortedSet<string> names)
            ViewContext.HttpContext.Items[Key] = names = new SortedSet<string>(StringComparer.Ordinal);
        names.Add(Name);
    }
}
