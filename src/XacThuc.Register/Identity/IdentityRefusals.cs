using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Identity;

/// <summary>Every refusal around e-identities. To citizens nothing tells which numbers there are.</summary>
internal static class IdentityRefusals
{
    public static Refusal NotRight { get; } = Refusal.NotAcceptable(
        "identity.not_right",
        "Số định danh hoặc mật khẩu không đúng. Sau 10 lần sai liên tiếp, định danh bị khóa 15 phút.",
        "The number or the password is not right. After 10 wrong tries in a row an identity is locked for 15 minutes.");

    public static Refusal CodeNotRight { get; } = Refusal.NotAcceptable(
        "identity.code_not_right",
        "Mã không đúng hoặc đã dùng rồi. Chờ mã mới trên điện thoại rồi nhập lại.",
        "The code is not right or was used already. Wait for the next one on your phone.");

    public static Refusal ActivationNotRight { get; } = Refusal.NotAcceptable(
        "identity.activation_not_right",
        "Số định danh hoặc mã kích hoạt không đúng, hoặc phiếu đã hết hạn. Xem lại phiếu; nếu vẫn không được, mời đến công an xã.",
        "The number or the activation code is not right, or the slip is over. Look at the slip again, or come to the commune police.");

    public static Refusal TooMany { get; } = new(
        RefusalKind.TooMany,
        "identity.too_many",
        new Bilingual("Đã thử quá nhiều lần. Chờ 15 phút rồi thử lại.", "Too many tries. Wait 15 minutes, then try again."));

    public static Refusal TooLate { get; } = Refusal.Conflicting(
        "identity.too_late", "Đã quá 10 phút. Mời làm lại từ đầu.", "More than 10 minutes have passed. Please begin again.");

    public static Refusal Different { get; } = Refusal.NotAcceptable(
        "identity.repeated_differently", "Hai lần nhập mật khẩu không giống nhau.", "The two passwords are not the same.");

    public static Refusal PhoneCodeNotRight { get; } = Refusal.NotAcceptable(
        "identity.phone_code_not_right",
        "Mã không khớp. Kiểm tra giờ trên điện thoại, rồi nhập mã mới nhất.",
        "The code does not fit. Check the clock of the phone, then enter the newest code.");

    public static Refusal NotThere { get; } = Refusal.NotThere(
        "identity.not_there",
        "Không có người mang số này cư trú tại địa bàn của đơn vị, hoặc số này trùng. Kiểm tra lại số trên thẻ.",
        "Nobody of your unit's area has this number, or several have. Check the number on the card.");

    public static Refusal CardNotSeen { get; } = Refusal.NotAcceptable(
        "identity.card_not_seen",
        "Mức độ 2 chỉ cấp khi người đó có mặt và đã đối chiếu với thẻ căn cước gắn chip. Đánh dấu vào ô xác nhận.",
        "Level 2 is issued only to a person who is present and was checked against the chip card. Tick the box.");

    public static Refusal Changed { get; } = Refusal.Conflicting(
        "identity.changed", "Định danh vừa được thay đổi ở nơi khác. Tìm lại số này rồi làm tiếp.", "The identity was just changed elsewhere. Search for the number again.");

    /// <summary>What is wrong with a password.</summary>
    public static Refusal Weak(Bilingual why) => new(RefusalKind.NotAcceptable, "identity.password_weak", why);
}
