using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.LookUp;

/// <summary>Every refusal of looking up. None tells whether somebody is known.</summary>
internal static class LookRefusals
{
    public static Refusal NoMessages { get; } = Refusal.NotAcceptable(
        "look.no_messages",
        "Nơi này chưa gửi được mã qua điện thoại. Mời đăng nhập bằng VNeID, hoặc mang thẻ căn cước đến trạm y tế xã.",
        "No codes can be sent to phones here yet. Please sign in with VNeID, or bring your card to the health station.");

    public static Refusal TooManyOfOne { get; } = new(RefusalKind.TooMany, "look.too_many_of_one", new(
        "Số này đã được tra cứu nhiều lần trong giờ qua. Chờ một giờ rồi thử lại, đăng nhập bằng VNeID, hoặc đến trạm y tế xã.",
        "This number was looked up many times within the last hour. Try again in an hour, sign in with VNeID, or go to the health station."));

    public static Refusal Gone { get; } = Refusal.NotThere(
        "look.gone", "Lần tra cứu này đã quá hạn hoặc đã xong. Mời tra cứu lại.", "This look-up has expired or is done. Please look up again.");
}
