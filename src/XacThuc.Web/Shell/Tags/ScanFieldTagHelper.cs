using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using XacThuc.Matching.Texts;
using XacThuc.Web.Shell.Assets;

namespace XacThuc.Web.Shell.Tags;

/// <summary>
/// <c>&lt;scan-field name="Card" label="@label" /&gt;</c>: a field of a form that is filled by scanning a card or paper, with a
/// USB scanner that types like a keyboard or, by its button, with the camera; either sends the form. Without script it is
/// a plain field. The page loads web/kit/scan only where such a field stands.
/// </summary>
[HtmlTargetElement("scan-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ScanFieldTagHelper : TagHelper
{
    // What a QR code holds at most (ISO/IEC 18004).
    private const int Longest = 4296;

    private static readonly object Key = new();

    /// <summary>The name that the form sends the text by, and the field's id.</summary>
    public required string Name { get; set; }

    /// <summary>What to scan, in the language spoken.</summary>
    public required string Label { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Whether the page drawn so far holds such a field.</summary>
    public static bool IsOn(HttpContext http) => http.Items.ContainsKey(Key);

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.HttpContext.Items[Key] = true;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "scan");
        output.Attributes.SetAttribute("data-scan-place", "");
        output.Content.SetHtmlContent(Field() + Dialog());
    }

    private string Field()
    {
        var name = Safe(Name);
        var hint = Speech.Say(
            "Quét bằng máy quét, hoặc bấm Máy ảnh. Tắt bộ gõ tiếng Việt khi dùng máy quét.",
            "Use the scanner, or press Camera. Switch the Vietnamese input method off when a scanner types.");
        return $"""
            <label class="form-label" for="{name}">{Safe(Label)}</label>
            <div class="line">
              <input class="form-control" id="{name}" name="{name}" data-scan maxlength="{Longest}" aria-describedby="{name}-hint" autocomplete="off" autocapitalize="none" spellcheck="false" />
              <button type="button" class="btn btn-outline" data-camera hidden>{IconTagHelper.Html("camera")}{Speech.Say("Máy ảnh", "Camera")}</button>
            </div>
            <p class="soft" id="{name}-hint">{Safe(hint)}</p>
            """;
    }

    private string Dialog()
    {
        var sentences = string.Concat(Sentences().Select(sentence => $" data-{sentence.Key}=\"{Safe(sentence.Text.ToString())}\""));
        return $"""
            <dialog class="camera" aria-labelledby="{Safe(Name)}-camera" data-reader="{Asset.Of("scan-reader.js")}"{sentences}>
              <h2 id="{Safe(Name)}-camera">{Safe(Speech.Say("Đưa mã QR vào trước máy ảnh", "Hold the QR code before the camera"))}</h2>
              <video autoplay muted playsinline aria-hidden="true"></video>
              <p role="status"></p>
              <button type="button" class="btn btn-outline" data-close>{Safe(Speech.Say("Đóng", "Close"))}</button>
            </dialog>
            """;
    }

    private static IEnumerable<(string Key, Bilingual Text)> Sentences() =>
    [
        ("asking", new("Đang mở máy ảnh. Nếu trình duyệt hỏi, chọn Cho phép.", "Opening the camera. If the browser asks, choose Allow.")),
        ("seeking", new("Đang tìm mã QR. Giữ thẻ thẳng và đủ sáng.", "Looking for a QR code. Hold the card straight and in good light.")),
        ("denied", new(
            "Trình duyệt không được phép dùng máy ảnh. Bấm vào biểu tượng bên cạnh địa chỉ trang, cho phép Máy ảnh, rồi mở lại; hoặc dùng máy quét.",
            "The browser may not use the camera. Press the icon beside the page's address, allow the camera, and open this again; or use a scanner.")),
        ("none", new(
            "Không tìm thấy máy ảnh. Cắm máy ảnh rồi mở lại, hoặc dùng máy quét hay nhập tay.",
            "There is no camera. Connect one and open this again, or use a scanner or type by hand.")),
        ("busy", new(
            "Chương trình khác đang dùng máy ảnh. Đóng chương trình đó rồi mở lại.",
            "Another program uses the camera. Close it and open this again.")),
        ("failed", new(
            "Không tải được bộ đọc mã QR. Kiểm tra mạng rồi mở lại, hoặc dùng máy quét.",
            "The QR reader could not be loaded. Check the network and open this again, or use a scanner.")),
    ];

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
