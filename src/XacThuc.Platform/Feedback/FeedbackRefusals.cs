using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback;

/// <summary>Every refusal of the work on reports. None tells a citizen whether somebody else is known.</summary>
internal static class FeedbackRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere(
        "feedback.not_there", "Không có phản ánh này trong phần việc của đơn vị.", "There is no such report among your unit's work.");

    public static Refusal Changed { get; } = Refusal.Conflicting(
        "feedback.changed",
        "Người khác vừa xử lý phản ánh này. Tải lại trang để xem nội dung mới nhất.",
        "Somebody else has just worked on this report. Load the page again.");

    public static Refusal NotOwed { get; } = Refusal.Conflicting(
        "feedback.not_owed", "Phản ánh này không còn chờ trả lời.", "This report does not wait for an answer any more.");

    public static Refusal PhotoLost { get; } = Refusal.NotThere(
        "feedback.photo_lost",
        "Ảnh này được mã hoá bằng khoá không còn trên hệ thống. Đề nghị người dân gửi lại ảnh.",
        "This photo was covered with keys that the house has no more. Ask the citizen to send it again.");

    public static Refusal Told { get; } = Refusal.Conflicting(
        "feedback.told", "Câu trả lời đã gửi cho người dân, không rút lại được nữa.", "The citizen has been told already; it cannot be taken back.");

    public static Refusal NoReason { get; } = Refusal.NotAcceptable(
        "feedback.no_reason", "Chọn một trong 13 lý do từ chối.", "Choose one of the 13 reasons.");

    public static Refusal NotRight { get; } = Refusal.NotAcceptable(
        "feedback.not_right", "Hồ sơ chưa giống điều đã khai: xem riêng phản ánh này.", "The record does not say what was declared: look at this report by itself.");

    public static Refusal NobodyChosen { get; } = Refusal.NotAcceptable(
        "feedback.nobody", "Chưa chọn phản ánh nào.", "No report is chosen.");

    public static Refusal NoWords { get; } = Refusal.NotAcceptable(
        "feedback.no_words", "Ghi rõ để người dân hiểu: cần gì, vì sao.", "Write it so that the citizen understands: what is needed and why.");

    public static Refusal NoDay { get; } = Refusal.NotAcceptable(
        "feedback.no_day", "Chọn ngày hẹn trả lời, trong vòng 30 ngày tới.", "Choose the day of the answer, within the next 30 days.");

    public static Refusal NoUnit { get; } = Refusal.NotAcceptable(
        "feedback.no_unit", "Chọn đơn vị nhận phản ánh.", "Choose the unit that is to take it.");

    public static Refusal NoRecord { get; } = Refusal.NotAcceptable(
        "feedback.no_record",
        "Chưa chọn hồ sơ tiêm chủng. Chọn hồ sơ của người này, hoặc tạo hồ sơ mới.",
        "No vaccination record is chosen. Choose the person's record, or make a new one.");

    public static Refusal NothingToDo { get; } = Refusal.NotAcceptable(
        "feedback.nothing_to_do",
        "Chưa chọn thay đổi nào. Nếu dữ liệu đã đúng, ghi lời cho người dân ở ô thư trả lời.",
        "No change is chosen. Where the data are right already, say so in the letter.");

    public static Refusal OfSession { get; } = Refusal.Conflicting(
        "feedback.of_session",
        "Mũi này thuộc một buổi tiêm đã chốt sổ: đề nghị sửa ở trang của buổi tiêm (hai người cùng xác nhận), rồi trả lời phản ánh.",
        "This dose belongs to a closed session: propose the correction on the session's page (two people), then answer the report.");

    public static Refusal BadDose { get; } = Refusal.NotAcceptable(
        "feedback.bad_dose",
        "Mũi tiêm chưa đủ: cần mũi số mấy, loại vắc xin và ngày tiêm không ở tương lai.",
        "The dose is not complete: its number, vaccine and a day that is not in the future are needed.");

    public static Refusal OtherUnits { get; } = Refusal.Conflicting(
        "feedback.other_unit",
        "Hồ sơ này do đơn vị khác giữ. Chuyển phản ánh cho đơn vị đó bằng nút Chuyển.",
        "The record is kept by another unit. Hand the report over to it.");

    public static Refusal Gone { get; } = Refusal.NotThere(
        "feedback.gone",
        "Phản ánh này đã quá hạn xác nhận hoặc đã xong. Nếu chưa nhận được mã theo dõi, mời gửi lại.",
        "This report has expired or is done. If you have no code to follow it, please send it again.");

    public static Refusal NotFound { get; } = Refusal.NotThere(
        "feedback.not_found",
        "Không tìm thấy phản ánh nào với mã và bốn số này. Kiểm tra lại tin nhắn đã nhận.",
        "No report was found with this code and these four digits. Check the message that you were sent.");

    public static Refusal OnceOnly { get; } = Refusal.Conflicting(
        "feedback.once",
        "Phản ánh này đã được mở lại một lần rồi. Mời ông (bà) mang giấy tờ đến trạm y tế.",
        "This report has been opened again once already. Please bring your papers to the health station.");
}
