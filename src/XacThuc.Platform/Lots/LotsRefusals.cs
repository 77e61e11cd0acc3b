using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lots;

/// <summary>Every refusal of the work on lots.</summary>
internal static class LotsRefusals
{
    public static Refusal NoNumber { get; } = Refusal.NotAcceptable(
        "lot.no_number", "Ghi số lô như in trên hộp, nhiều nhất 40 ký tự.", "Write the lot's number as printed on the box, 40 characters at most.");

    public static Refusal NoDoses { get; } = Refusal.NotAcceptable(
        "lot.no_doses", "Số liều phải từ 1 trở lên.", "There must be one dose or more.");

    public static Refusal OtherProduct { get; } = Refusal.NotAcceptable(
        "lot.other_product", "Lô này là vắc xin khác với buổi tiêm.", "This lot is of another vaccine than the session's.");

    public static Refusal OtherExpiry(DateOnly known) => Refusal.NotAcceptable(
        "lot.other_expiry",
        $"Lô này đã nhập với hạn dùng {Shown.Date(known)}. Xem lại hạn trên hộp.",
        $"This lot was entered with the expiry {Shown.Date(known)}. Look at the box again.");
}
