using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Portal.VNeId;

/// <summary>Says why nobody was signed in, and what to do.</summary>
internal sealed class FailedPage : PageModel
{
    /// <summary>Why.</summary>
    [BindProperty(SupportsGet = true)]
    public VNeIdFailure Why { get; set; } = VNeIdFailure.NotValid;

    /// <summary>Whether trying again may help.</summary>
    public bool CanTryAgain => Why is not VNeIdFailure.NotOffered;

    /// <summary>The same in words.</summary>
    public string Sentence => Why switch
    {
        VNeIdFailure.Away => Speech.Say(
            "VNeID đang không trả lời. Chờ vài phút rồi thử lại, hoặc xem bằng mã gửi về điện thoại.",
            "VNeID does not answer. Wait a few minutes and try again, or use a code sent to your phone."),
        VNeIdFailure.Declined => Speech.Say(
            "Anh/chị đã không đồng ý chia sẻ thông tin, nên không có gì được gửi tới đây. Đổi ý thì đăng nhập lại.",
            "You did not agree to share your data, so nothing was sent here. If you change your mind, sign in again."),
        VNeIdFailure.Unusable => Speech.Say(
            "VNeID không cho biết số định danh, nên không tìm được hồ sơ. Thử lại và đồng ý chia sẻ số định danh.",
            "VNeID did not tell your personal number, so no record can be found. Try again and agree to share the number."),
        VNeIdFailure.NotOffered => Speech.Say(
            "Nơi này chưa dùng đăng nhập bằng VNeID. Hãy xem bằng mã gửi về điện thoại.",
            "Sign-in with VNeID is not set up here. Use a code sent to your phone."),
        VNeIdFailure.NotValid or _ => Speech.Say(
            "Lần đăng nhập này đã hết hạn, đã dùng rồi, hoặc không bắt đầu từ máy này. Không ai được đăng nhập. Hãy đăng nhập lại từ đầu.",
            "This sign-in is over, was used before, or did not begin on this device. Nobody was signed in. Please begin again."),
    };

    public void OnGet()
    {
    }
}
