using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using XacThuc.Matching;

namespace XacThuc.Web.Shell.Tags;

/// <summary>
/// <c>&lt;verdict tone="@Tone.Waiting" /&gt;</c>, <c>&lt;verdict field="@verdict" /&gt;</c> or
/// <c>&lt;verdict status="@status" /&gt;</c>: colour, icon and word. A text inside replaces the word.
/// </summary>
public sealed class VerdictTagHelper : TagHelper
{
    /// <summary>The tone alone.</summary>
    public Tone? Tone { get; set; }

    /// <summary>Of a field.</summary>
    public FieldVerdict? Field { get; set; }

    /// <summary>Of a record.</summary>
    public RecordStatus? Status { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, word) = (Field, Status, Tone) switch
        {
            ({ } field, _, _) => Tones.Of(field),
            (_, { } status, _) => Tones.Of(status),
            (_, _, { } alone) => (alone, alone.Word()),
            _ => throw new InvalidOperationException("A verdict names its tone, field or status."),
        };
        var inside = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"verdict {tone.Class()}");
        output.Content.SetHtmlContent(IconTagHelper.Html(tone.Icon()) +
            (inside.IsEmptyOrWhiteSpace ? HtmlEncoder.Default.Encode(word.ToString()) : inside.GetContent()));
    }
}

/// <summary><c>&lt;time-left due="@moment" /&gt;</c>: the time left, in the colour of its urgency.</summary>
[HtmlTargetElement("time-left")]
public sealed class TimeLeftTagHelper(TimeProvider time) : TagHelper
{
    /// <summary>When it is due.</summary>
    public required DateTimeOffset Due { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var now = time.GetUtcNow();
        var tone = Shown.Urgency(Due, now);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"left-time {tone.Class()}");
        output.Attributes.SetAttribute("title", Shown.Moment(Due));
        output.Content.SetHtmlContent(
            IconTagHelper.Html(tone == Tone.Late ? tone.Icon() : "clock") + HtmlEncoder.Default.Encode(Shown.Left(Due, now)));
    }
}

/// <summary><c>&lt;notice tone="@Tone.Wrong"&gt;sentence&lt;/notice&gt;</c>: what happened and what to do next.</summary>
public sealed class NoticeTagHelper : TagHelper
{
    /// <summary>What it means.</summary>
    public Tone Tone { get; set; } = Tone.Note;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"notice {Tone.Class()}");
        output.Attributes.SetAttribute("role", Tone is Tone.Wrong or Tone.Late ? "alert" : "status");
        output.PreContent.SetHtmlContent(IconTagHelper.Html(Tone.Icon()) + "<div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}
