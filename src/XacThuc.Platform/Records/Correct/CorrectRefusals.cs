using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Correct;

/// <summary>Every refusal of a correction.</summary>
internal static class CorrectRefusals
{
    public static Refusal ChangedMeanwhile => Refusal.Conflicting(
        "record.changed",
        "Người khác vừa sửa hồ sơ này. Dưới đây là nội dung mới nhất: xem lại rồi sửa tiếp nếu vẫn cần.",
        "Somebody else has just changed this record. Below is what it says now: look again, and correct it if it still needs it.");

    public static Refusal ReasonNeeded => Refusal.NotAcceptable(
        "record.reason",
        "Hồ sơ này đang đúng. Muốn sửa, hãy ghi lý do.",
        "This record is right as it is. To change it, say why.");

    public static Refusal TooLong => Refusal.NotAcceptable(
        "record.too_long",
        "Có ô dài quá 200 ký tự. Rút gọn rồi lưu lại.",
        "A field is longer than 200 characters. Shorten it and save again.");

    public static Refusal NoDecision => Refusal.NotThere(
        "decision.not_there",
        "Không còn quyết định nào chờ áp dụng cho hồ sơ này: có thể người khác đã áp dụng.",
        "No decision waits for this record any more: somebody else may have applied it.");
}
