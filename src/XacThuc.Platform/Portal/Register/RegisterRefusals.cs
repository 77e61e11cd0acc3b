using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Register;

/// <summary>Every refusal of the portal's registration. None tells whether somebody is known.</summary>
internal static class RegisterRefusals
{
    public static Refusal NoMessages { get; } = Refusal.NotAcceptable(
        "portal.no_messages",
        "Nơi này chưa gửi được mã xác nhận qua điện thoại. Mời ông (bà) đến trạm y tế xã để đăng ký.",
        "No codes can be sent to phones here yet. Please register at the health station of your commune.");

    public static Refusal TooManyOfPhone { get; } = new(RefusalKind.TooMany, "portal.too_many_codes", new(
        "Số điện thoại này đã nhận nhiều mã trong giờ qua. Chờ một giờ rồi thử lại, hoặc đến trạm y tế xã để đăng ký.",
        "This phone has been sent several codes within the last hour. Try again in an hour, or register at the health station."));

    public static Refusal TooManyOfAddress { get; } = new(RefusalKind.TooMany, "portal.too_many_here", new(
        "Từ mạng này đã có nhiều yêu cầu trong giờ qua. Chờ một giờ rồi thử lại, hoặc dùng mạng khác.",
        "There have been many requests from this network within the last hour. Try again in an hour, or use another network."));

    public static Refusal Gone { get; } = Refusal.NotThere(
        "portal.gone",
        "Phần đăng ký này đã quá hạn hoặc đã xong. Nếu chưa nhận được mã theo dõi, mời đăng ký lại.",
        "This registration has expired or is done. If you have no code to follow it, please register again.");

    public static Refusal CodeOver { get; } = Refusal.Conflicting(
        "portal.code_over",
        "Mã đã hết hạn hoặc đã thử quá số lần. Bấm Gửi mã mới.",
        "The code has expired or was tried too often. Press Send a new code.");

    public static Refusal WrongCode(int left) => Refusal.NotAcceptable(
        "portal.wrong_code",
        left > 0 ? $"Mã không đúng. Còn {left} lần thử." : "Mã không đúng và đã hết lần thử. Bấm Gửi mã mới.",
        left > 0 ? $"The code is wrong. {left} tries are left." : "The code is wrong and no try is left. Press Send a new code.");

    public static Refusal NotFound { get; } = Refusal.NotThere(
        "portal.not_found",
        "Không tìm thấy đăng ký nào với mã và bốn số này. Kiểm tra lại tin nhắn đã nhận.",
        "No registration was found with this code and these four digits. Check the message that you were sent.");
}
