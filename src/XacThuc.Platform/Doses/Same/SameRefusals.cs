using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses.Same;

/// <summary>Every refusal of the work on doses recorded twice.</summary>
internal static class SameRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere(
        "same.not_there", "Không có cặp này trong phạm vi của đơn vị bạn.", "There is no such pair in your unit's reach.");

    public static Refusal Moved { get; } = Refusal.Conflicting(
        "same.moved", "Người khác vừa thay đổi cặp này. Tải lại trang rồi làm lại.", "Somebody else has just changed this pair. Load the page again, then repeat it.");

    public static Refusal WrongStep { get; } = Refusal.Conflicting(
        "same.step", "Cặp này đang ở bước khác. Tải lại trang để xem.", "This pair is at another step. Load the page again.");

    public static Refusal NoReason { get; } = Refusal.NotAcceptable(
        "same.no_reason", "Ghi lý do để người sau hiểu.", "Say why, for whoever looks later.");

    public static Refusal NoChoice { get; } = Refusal.NotAcceptable(
        "same.no_choice", "Chọn bên nào được giữ.", "Choose which of the two stands.");

    public static Refusal OwnProposal { get; } = Refusal.NotAcceptable(
        "same.own_proposal",
        "Người đề nghị không tự xác nhận được. Đề nghị một người khác của đơn vị, hoặc Trung tâm Y tế huyện, xem lại.",
        "Whoever proposes cannot confirm. Ask another person of the unit, or the district health centre, to look.");

    public static Refusal OfTwoUnits { get; } = Refusal.NotAcceptable(
        "same.two_units",
        "Hai hồ sơ thuộc hai đơn vị: chỉ Trung tâm Y tế huyện xác nhận hoặc tách được.",
        "The two records belong to two units: only the district health centre confirms or splits.");

    public static Refusal Changed { get; } = Refusal.Conflicting(
        "same.changed",
        "Một bên đã thay đổi sau khi đề nghị. Bấm Không đồng ý rồi đề nghị lại theo nội dung mới.",
        "One of the two has changed since it was proposed. Press Do not agree, then propose it anew.");

    public static Refusal SessionStands { get; } = Refusal.NotAcceptable(
        "same.session_stands",
        "Mũi ghi tại buổi tiêm phải được giữ, mũi nhập từ tệp gộp vào đó. Nếu mũi tại buổi tiêm sai thì sửa mũi đó.",
        "The dose entered at the session must stand, and the one from a file is joined with it. If the session's dose is wrong, correct it.");

    public static Refusal LaterJoin { get; } = Refusal.Conflicting(
        "same.later_join",
        "Có cặp được gộp sau cặp này trên cùng mũi tiêm hoặc hồ sơ. Tách cặp đó trước.",
        "Another pair was joined after this one, on the same doses or record. Split that one first.");
}
