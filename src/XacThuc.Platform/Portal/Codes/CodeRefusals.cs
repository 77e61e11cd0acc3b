using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Codes;

/// <summary>Every refusal of one-time codes. None tells whether somebody is known.</summary>
internal static class CodeRefusals
{
    public static Refusal TooManyOfPhone { get; } = new(RefusalKind.TooMany, "portal.too_many_codes", new(
        "Số điện thoại này đã nhận nhiều mã trong giờ qua. Chờ một giờ rồi thử lại, hoặc đến trạm y tế xã.",
        "This phone has been sent several codes within the last hour. Try again in an hour, or go to the health station."));

    public static Refusal CodeOver { get; } = Refusal.Conflicting(
        "portal.code_over",
        "Mã đã hết hạn hoặc đã thử quá số lần. Bấm Gửi mã mới.",
        "The code has expired or was tried too often. Press Send a new code.");

    public static Refusal WrongCode(int left) => Refusal.NotAcceptable(
        "portal.wrong_code",
        left > 0 ? $"Mã không đúng. Còn {left} lần thử." : "Mã không đúng và đã hết lần thử. Bấm Gửi mã mới.",
        left > 0 ? $"The code is wrong. {left} tries are left." : "The code is wrong and no try is left. Press Send a new code.");
}
