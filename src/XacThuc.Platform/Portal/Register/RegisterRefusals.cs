using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Register;

/// <summary>Every refusal of the portal's registration. None tells whether somebody is known.</summary>
internal static class RegisterRefusals
{
    public static Refusal NoMessages { get; } = Refusal.NotAcceptable(
        "portal.no_messages",
        "Nơi này chưa gửi được mã xác nhận qua điện thoại. Mời ông (bà) đến trạm y tế xã để đăng ký.",
        "No codes can be sent to phones here yet. Please register at the health station of your commune.");

    public static Refusal TooManyOfAddress { get; } = new(RefusalKind.TooMany, "portal.too_many_here", new(
        "Từ mạng này đã có nhiều yêu cầu trong giờ qua. Chờ một giờ rồi thử lại, hoặc dùng mạng khác.",
        "There have been many requests from this network within the last hour. Try again in an hour, or use another network."));

    public static Refusal Gone { get; } = Refusal.NotThere(
        "portal.gone",
        "Phần đăng ký này đã quá hạn hoặc đã xong. Nếu chưa nhận được mã theo dõi, mời đăng ký lại.",
        "This registration has expired or is done. If you have no code to follow it, please register again.");

    public static Refusal NotFound { get; } = Refusal.NotThere(
        "portal.not_found",
        "Không tìm thấy đăng ký nào với mã và bốn số này. Kiểm tra lại tin nhắn đã nhận.",
        "No registration was found with this code and these four digits. Check the message that you were sent.");
}
