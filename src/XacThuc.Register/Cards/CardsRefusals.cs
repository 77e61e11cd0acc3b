using XacThuc.Web.Acts;

namespace XacThuc.Register.Cards;

/// <summary>Every refusal of this work.</summary>
internal static class CardsRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere(
        "cards.not_there", "Không có xã hoặc đề nghị này trong địa bàn của đơn vị.", "There is no such commune or request in your unit's area.");

    public static Refusal Days { get; } = Refusal.NotAcceptable(
        "cards.days",
        "Ngày cuối không được trước ngày đầu, không được đã qua, và không cách ngày đầu quá 90 ngày. Chọn lại ngày.",
        "The last day must not be before the first, nor over, nor more than 90 days after it. Choose the days again.");

    public static Refusal Teams { get; } = Refusal.NotAcceptable(
        "cards.teams",
        "Số tổ từ 1 đến 50, số người mỗi giờ từ 1 đến 200. Ghi lại.", "Teams are 1 to 50, people an hour 1 to 200. Write them again.");

    public static Refusal Changed { get; } = Refusal.Conflicting(
        "cards.changed",
        "Cán bộ khác vừa gửi hoặc vừa xem đề nghị. Tải lại trang rồi làm tiếp.",
        "Another officer has just sent or noted a request. Load the page again, then go on.");
}
