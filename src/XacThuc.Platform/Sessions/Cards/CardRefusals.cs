using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Cards;

/// <summary>Every refusal of this work.</summary>
internal static class CardRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere(
        "cards.not_there", "Không có đề nghị này cho địa bàn của đơn vị.", "There is no such request for your unit's area.");

    public static Refusal Answered { get; } = Refusal.Conflicting(
        "cards.answered",
        "Đề nghị này đã được trả lời rồi. Tải lại trang; nếu không giữ được lịch thì huỷ buổi tiêm.",
        "This request has been answered already. Load the page again; call a session off if it cannot be held.");

    public static Refusal NoReason { get; } = Refusal.NotAcceptable(
        "cards.no_reason", "Ghi lý do trước khi từ chối đề nghị của công an.", "Say why before you decline the request of the police.");
}
