using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Correct;

/// <summary>Every refusal of corrections of a session.</summary>
internal static class CorrectionRefusals
{
    public static Refusal StillOpen { get; } = Refusal.Conflicting(
        "correction.still_open", "Buổi tiêm chưa đóng hoặc đã huỷ: sửa ngay tại bàn tiêm.", "The session is not closed, or was called off: put it right at the desk.");

    public static Refusal NoReason { get; } = Refusal.NotAcceptable(
        "correction.no_reason", "Ghi lý do sửa: sai ở đâu, căn cứ vào giấy tờ nào.", "Say why: what was wrong, and by which paper.");

    public static Refusal NoDose { get; } = Refusal.NotAcceptable(
        "correction.no_dose", "Không có mũi tiêm nào của buổi này như vậy. Chọn lại người hoặc lô.", "There is no such dose of this session. Choose the person or the lot again.");

    public static Refusal NothingNew { get; } = Refusal.NotAcceptable(
        "correction.nothing_new", "Nội dung đúng trùng với nội dung đang ghi.", "What is right is what stands there already.");

    public static Refusal NoLot { get; } = Refusal.NotAcceptable(
        "correction.no_lot", "Chọn lô có trong kho của đơn vị. Nếu chưa có, nhập lô đó trước.", "Choose a lot of the unit's store. If it is not there, enter it first.");

    public static Refusal WrongDay { get; } = Refusal.NotAcceptable(
        "correction.day", "Ngày tiêm phải là hôm nay hoặc trước đó, sau ngày vắc xin được phép dùng.", "The day must be today or before, after the vaccine was licensed.");

    public static Refusal WrongNumber { get; } = Refusal.NotAcceptable(
        "correction.dose_number", "Mũi số phải từ 1 đến 9.", "The dose's number must be from 1 to 9.");

    public static Refusal NumberTaken(int number) => Refusal.Conflicting(
        "correction.number_taken",
        $"Hồ sơ của người này đã có mũi {number}. Xem lại hồ sơ trước khi sửa.", $"The person's record has a dose {number} already. Look at the record first.");

    public static Refusal NoPerson { get; } = Refusal.NotAcceptable(
        "correction.no_person",
        "Số thứ tự này không có trong buổi tiêm, hoặc người đó đã có mũi tiêm ở buổi này.",
        "This number is not at the session, or the person has a dose of it already.");

    public static Refusal NotThere { get; } = Refusal.NotThere(
        "correction.not_there", "Không có đề nghị sửa này, hoặc đã được xử lý.", "There is no such proposal, or it was decided already.");

    public static Refusal SamePerson { get; } = Refusal.Conflicting(
        "correction.same_person",
        "Người đề nghị không tự xác nhận được. Nhờ người khác của đơn vị hoặc Trung tâm Y tế huyện xác nhận.",
        "Whoever proposes does not confirm. Have somebody else of the unit, or the district health centre, confirm it.");

    public static Refusal LotShort(string number, int left, int wanted) => Refusal.Conflicting(
        "correction.lot_short",
        $"Lô {number} chỉ còn {Shown.Number(left)} liều chưa dùng, không đủ {Shown.Number(wanted)} liều. Nhập đủ số liều đã nhận của lô này vào kho trước.",
        $"Lot {number} has only {Shown.Number(left)} unused doses, not {Shown.Number(wanted)}. Enter the doses that were received first.");
}
