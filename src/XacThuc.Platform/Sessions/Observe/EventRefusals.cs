using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Observe;

/// <summary>Every refusal of reports of reactions.</summary>
internal static class EventRefusals
{
    public static Refusal NoDose { get; } = Refusal.NotAcceptable(
        "event.no_dose", "Người này không có mũi tiêm ở buổi này.", "This person has no dose of this session.");

    public static Refusal NotThere { get; } = Refusal.NotThere(
        "event.not_there", "Không có phản ứng sau tiêm này.", "There is no such reaction.");

    public static Refusal WrongTime { get; } = Refusal.NotAcceptable(
        "event.time", "Thời gian từ lúc tiêm phải từ 0 phút đến 28 ngày.", "The time since the injection must be from 0 minutes to 28 days.");

    public static Refusal NoSigns { get; } = Refusal.NotAcceptable(
        "event.no_signs", "Chọn ít nhất một biểu hiện.", "Choose at least one sign.");

    public static Refusal NoWords { get; } = Refusal.NotAcceptable(
        "event.no_words", "Ghi diễn biến hoặc biểu hiện khác bằng lời.", "Say in words what was seen.");

    public static Refusal NoGrade { get; } = Refusal.NotAcceptable(
        "event.no_grade", "Chọn mức độ và tình trạng hiện nay.", "Choose how bad it is and where it stands.");

    public static Refusal NoAction { get; } = Refusal.NotAcceptable(
        "event.no_action", "Ghi cách xử trí: phản ứng từ mức vừa trở lên phải có.", "Say what was done: it is needed for all but mild reactions.");
}
