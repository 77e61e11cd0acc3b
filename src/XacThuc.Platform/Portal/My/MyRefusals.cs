using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.My;

/// <summary>Every refusal of a citizen's own page.</summary>
internal static class MyRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere(
        "my.not_there", "Không có hồ sơ này trong phiên của ông (bà). Mời tra cứu lại.", "There is no such record in your session. Please look up again.");

    public static Refusal TooManyChecks { get; } = new(RefusalKind.TooMany, "my.too_many_checks", new(
        "Hồ sơ này vừa được kiểm tra lại nhiều lần. Chờ một giờ rồi thử lại.",
        "This record was checked several times just now. Try again in an hour."));

    public static Refusal NobodyToAgreeTo { get; } = Refusal.NotAcceptable(
        "my.nobody", "Ghi số điện thoại di động (10 số) hoặc số căn cước (12 số) của người thân.",
        "Write the mobile phone (10 digits) or the citizen number (12 digits) of your relative.");

    public static Refusal TooManyAgreed { get; } = Refusal.NotAcceptable(
        "my.too_many_agreed", "Đã cho nhiều người xem. Rút bớt rồi thêm người mới.", "Many people may see it already. Take somebody off first.");

    public static Refusal NeedsVNeId { get; } = Refusal.NotAcceptable(
        "my.needs_vneid",
        "Đổi số điện thoại trên hồ sơ cần đăng nhập VNeID mức 2, hoặc mang thẻ căn cước đến trạm y tế xã.",
        "To change the phone on record, sign in with VNeID level 2, or bring your card to the health station.");

    public static Refusal NotAPhone { get; } = Refusal.NotAcceptable(
        "my.not_a_phone", "Ghi số điện thoại di động 10 chữ số, ví dụ 0912 345 678.", "Write a mobile phone of Viet Nam with 10 digits, for example 0912 345 678.");
}
