using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace XacThuc.Web.Shell.Tags;

/// <summary>
/// <c>&lt;difference of="@record.FullName" beside="@person.FullName" /&gt;</c>: the first text, with what the second has
/// otherwise marked letter by letter.
/// </summary>
public sealed class DifferenceTagHelper : TagHelper
{
    /// <summary>The text to show.</summary>
    public required string Of { get; set; }

    /// <summary>The text to compare it with.</summary>
    public required string Beside { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Html(TextDifference.Between(Of, Beside).One));
    }

    internal static string Html(IReadOnlyList<TextPiece> pieces)
    {
        var html = new StringBuilder();
        foreach (var piece in pieces)
        {
            var text = HtmlEncoder.Default.Encode(piece.Text);
            html.Append(piece.Differs ? $"<mark>{text}</mark>" : text);
        }

        return html.ToString();
    }
}
