using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Shell.Problems;

/// <summary>What is told about a request that came to nothing.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Reference">The number in the log, where something broke.</param>
/// <param name="Refusal">The refusal, where the work itself refused.</param>
internal sealed record Problem(int Status, string? Reference, Refusal? Refusal)
{
    /// <summary>What happened.</summary>
    public string Title => Status switch
    {
        StatusCodes.Status403Forbidden => Speech.Say("Trang này không thuộc phần việc của bạn", "This page is not part of your work"),
        StatusCodes.Status404NotFound => Speech.Say("Không tìm thấy", "Not found"),
        StatusCodes.Status409Conflict => Speech.Say("Chưa làm được", "This cannot be done now"),
        StatusCodes.Status413PayloadTooLarge => Speech.Say("Tệp quá lớn", "The file is too large"),
        StatusCodes.Status429TooManyRequests => Speech.Say("Quá nhiều lần", "Too often"),
        StatusCodes.Status503ServiceUnavailable => Speech.Say("Cơ sở dữ liệu tạm thời không dùng được", "The database is away for the moment"),
        StatusCodes.Status507InsufficientStorage => Speech.Say("Máy chủ đã hết chỗ lưu", "The server's disk is full"),
        >= 500 => Speech.Say("Phần mềm gặp lỗi", "The software failed"),
        _ => Speech.Say("Không thực hiện được", "This was not done"),
    };

    /// <summary>What to do next.</summary>
    public string Sentence => Refusal?.Sentence.ToString() ?? Status switch
    {
        StatusCodes.Status400BadRequest => Speech.Say("Trang đã mở quá lâu hoặc thiếu thông tin. Tải lại trang rồi làm lại.", "The page was open too long or something is missing. Load the page again and repeat."),
        StatusCodes.Status401Unauthorized => Speech.Say("Hãy đăng nhập rồi thử lại.", "Sign in and try again."),
        StatusCodes.Status403Forbidden => Speech.Say("Nếu cần vào đây, hãy đề nghị người vận hành cấp quyền.", "If you need it, ask the operator for the right."),
        StatusCodes.Status404NotFound => Speech.Say("Địa chỉ này không có, hoặc không thuộc đơn vị của bạn. Quay về trang Hôm nay để tiếp tục.", "There is nothing at this address, or it is not your unit's. Go on from the page Today."),
        StatusCodes.Status413PayloadTooLarge => Speech.Say("Chưa nhận gì của tệp này. Chọn tệp nhỏ hơn, hoặc chia tệp thành nhiều phần rồi gửi lại.", "Nothing of this file was taken. Choose a smaller one, or split it into parts and send them again."),
        StatusCodes.Status429TooManyRequests => Speech.Say("Chờ một phút rồi thử lại.", "Wait a minute and try again."),
        StatusCodes.Status503ServiceUnavailable => Speech.Say("Việc vừa làm chưa được lưu, những gì đã lưu trước đó vẫn còn. Chờ một phút rồi làm lại; nếu vẫn vậy, báo số dưới đây cho người vận hành.", "What you just did was not saved; all that was saved before is still there. Wait a minute and repeat it; if it stays so, tell the operator the number below."),
        StatusCodes.Status507InsufficientStorage => Speech.Say("Việc vừa làm chưa được lưu, những gì đã lưu trước đó vẫn còn. Báo số dưới đây cho người vận hành để giải phóng ổ đĩa, rồi làm lại.", "What you just did was not saved; all that was saved before is still there. Tell the operator the number below, to free space on the disk, then repeat it."),
        >= 500 => Speech.Say("Việc vừa làm chưa được lưu. Thử lại; nếu vẫn lỗi, báo số dưới đây cho người vận hành.", "What you just did was not saved. Try again; if it fails again, tell the operator the number below."),
        _ => Speech.Say("Quay lại và thử lại.", "Go back and try again."),
    };

    /// <summary>The number, as said in a line of text.</summary>
    public string ReferenceSentence => Reference is null ? "" : Speech.Say($" Số lỗi: {Reference}.", $" Problem number: {Reference}.");

    /// <summary>The refusal that a page ended with.</summary>
    public static Refusal? RefusalOf(HttpContext http) => http.Items[typeof(Refusal)] as Refusal;

    /// <summary>The same for programs.</summary>
    public ProblemDetails ToDetails()
    {
        var details = new ProblemDetails { Status = Status, Title = Title, Detail = Sentence };
        if (Reference is not null) details.Extensions["reference"] = Reference;
        return details;
    }
}

/// <summary>How a page ends with a refusal.</summary>
public static class ProblemResults
{
    /// <summary>Shows the refusal's sentence on the error page, with its status.</summary>
    public static IActionResult Refused(this PageModel page, Refusal refusal)
    {
        page.HttpContext.Items[typeof(Refusal)] = refusal;
        return new StatusCodeResult(Refusals.StatusOf(refusal.Kind));
    }

    internal static Task Write(this ProblemDetails details, HttpContext http) =>
        http.Response.WriteAsJsonAsync(details, options: null, "application/problem+json", http.RequestAborted);
}
