using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification;

/// <summary>Every refusal of this work.</summary>
internal static class VerificationRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere(
        "list.not_there", "Không có danh sách này trong địa bàn của đơn vị.", "There is no such list in your unit's area.");

    public static Refusal Signed { get; } = Refusal.Conflicting(
        "list.signed", "Danh sách đã ký nên không sửa được nữa.", "The list is signed and cannot be changed any more.");

    public static Refusal NotWhole { get; } = Refusal.Conflicting(
        "list.arriving",
        "Danh sách chưa đến đủ các phần. Chờ ít phút rồi tải lại trang.", "Some parts of the list have not come yet. Wait a few minutes, then load the page again.");

    public static Refusal AllDecided { get; } = Refusal.Conflicting(
        "list.all_decided",
        "Mọi dòng của danh sách đã có kết luận. Mở từng dòng để rút lại nếu cần sửa.",
        "Every row of the list has a verdict. Open a row to take its verdict back if it must change.");

    public static Refusal Changed { get; } = Refusal.Conflicting(
        "list.changed",
        "Cán bộ khác vừa thay đổi danh sách này. Tải lại trang để xem nội dung mới rồi làm tiếp.",
        "Another officer has just changed this list. Load the page again to see it as it is now, then go on.");

    public static Refusal NoSecondLookNeeded { get; } = Refusal.Conflicting(
        "second_look.not_needed",
        "Không còn dòng nào cần duyệt lần hai: công an xã ký và bàn giao được ngay.",
        "No row needs a second look: the commune police may sign and hand over at once.");

    public static Refusal SecondLookNotAsked { get; } = Refusal.Conflicting(
        "second_look.not_asked",
        "Danh sách này không chờ duyệt lần hai.", "This list does not wait for a second look.");

    public static Refusal SecondLookAsked { get; } = Refusal.Conflicting(
        "second_look.asked",
        "Danh sách này đã chờ duyệt lần hai rồi. Nhờ một cán bộ khác duyệt.",
        "This list waits for a second look already. Ask another officer to give it.");

    public static Refusal SecondLookByAnother { get; } = Refusal.Conflicting(
        "second_look.same_person",
        "Người kết luận không được tự duyệt dòng của mình. Nhờ một cán bộ khác duyệt.",
        "Whoever decided a row may not give it the second look. Ask another officer.");

    public static Refusal SecondLookLeft(int left) => Refusal.Conflicting(
        "list.second_look_left",
        $"Còn {left} dòng phải được cán bộ khác duyệt lần hai trước khi ký. Xin duyệt lần hai, rồi ký.",
        $"{left} rows must be looked at by another officer before the list is signed. Ask for the second look, then sign.");

    /// <summary>Why nothing more is decided of a list; none where something may be.</summary>
    public static Refusal? OfGone(VerificationList list) => list.State switch
    {
        ListState.Open or ListState.SecondLook or ListState.Ready => null,
        ListState.Arriving => NotWhole,
        ListState.Signed or ListState.Taken or ListState.Returned => Signed,
    };

    public static Refusal RowsLeft(int left) => Refusal.Conflicting(
        "list.rows_left",
        $"Còn {left} dòng chưa có kết luận. Kết luận từng dòng, hoặc mời người dân bổ sung cho tất cả dòng còn lại, rồi ký.",
        $"{left} rows have no verdict yet. Decide them, or ask all the people of the rows left for papers, then sign.");

    public static Refusal MayNotSign { get; } = Refusal.NotAcceptable(
        "list.may_not_sign", "Chỉ công an xã được ký bàn giao danh sách.", "Only the commune police sign and hand over a list.");

    public static Refusal Altered { get; } = Refusal.Conflicting(
        "list.altered",
        "Nội dung danh sách không còn khớp với bản bên y tế gửi nên không ký được. Báo người vận hành kiểm tra cơ sở dữ liệu.",
        "The list does not fit what the health side sent any more and cannot be signed. Ask the operator to check the database.");

    public static Refusal NoKey { get; } = Refusal.Conflicting(
        "list.no_key", "Hệ thống dân cư chưa có khoá ký. Báo người vận hành.", "The register has no signing key. Tell the operator.");

    public static Refusal NoLongerRight { get; } = Refusal.Conflicting(
        "list.not_right",
        "Dòng này không khớp dữ liệu dân cư, nên không xác nhận như đã điền được. Tải lại trang rồi kết luận riêng.",
        "This row does not agree with the register and cannot be confirmed as filled in. Load the page again and decide it by itself.");

    public static Refusal NoSuchPerson { get; } = Refusal.NotAcceptable(
        "list.no_person",
        "Người được chọn không còn trong danh sách gợi ý. Tải lại trang rồi chọn lại.",
        "The person chosen is no longer among the suggestions. Load the page again and choose.");

    public static Refusal NotConfirmed { get; } = Refusal.NotAcceptable(
        "list.not_confirmed",
        "Đánh dấu vào ô xác nhận trước khi ký.", "Tick the confirmation before you sign.");

    public static Refusal MayNotReturn { get; } = Refusal.NotAcceptable(
        "list.may_not_return",
        "Chỉ danh sách tiêm đang chờ đối chiếu mới trả lại được, và chỉ công an xã trả lại.",
        "Only a list of people to be vaccinated that waits to be verified is given back, and only by the commune police.");

    public static Refusal NoReason { get; } = Refusal.NotAcceptable(
        "list.no_reason", "Ghi rõ đơn vị y tế cần làm gì trước khi trả lại.", "Say what the health unit is to do before you give it back.");
}
