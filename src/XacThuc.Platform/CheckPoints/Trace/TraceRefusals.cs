using XacThuc.Web.Acts;

namespace XacThuc.Platform.CheckPoints.Trace;

/// <summary>Every refusal of tracing.</summary>
internal static class TraceRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere("trace.not_there", "Không có yêu cầu truy vết này.", "There is no such query.");

    public static Refusal Moved { get; } = Refusal.Conflicting("trace.moved", "Yêu cầu vừa được người khác quyết định. Xem lại.", "Somebody else has just decided. Look again.");

    public static Refusal SamePerson { get; } = Refusal.Conflicting(
        "trace.same_person", "Người đề nghị không tự duyệt: cần người thứ hai của Trung tâm Y tế.", "Who asked does not approve: a second person of the health centre has to.");

    public static Refusal WhyNeeded { get; } = Refusal.NotAcceptable(
        "trace.why", "Ghi số vụ việc và lý do truy vết (ít nhất 10 chữ): người duyệt và thanh tra sẽ đọc.", "Write the case number and why (ten letters at least): whoever approves and inspects reads it.");

    public static Refusal NumberNeeded { get; } = Refusal.NotAcceptable(
        "trace.number", "Ghi số giấy tờ (9 hoặc 12 số) hoặc QID (18 số) của người cần truy vết.", "Write the number (9 or 12 digits) or the QID (18 digits) of the person.");

    public static Refusal PlaceNeeded { get; } = Refusal.NotAcceptable("trace.place", "Không có điểm kiểm soát mang mã này trên địa bàn.", "There is no check point of this code in the district.");

    public static Refusal WordNeeded { get; } = Refusal.NotAcceptable("trace.word", "Ghi vì sao không duyệt.", "Write why it is refused.");

    public static Refusal SpanWrong(int days) => Refusal.NotAcceptable(
        "trace.span", $"Khoảng thời gian phải có đầu trước cuối, trong {days} ngày qua: lượt cũ hơn đã xoá. Khoảng cách từ 0 đến 240 phút.",
        $"The span must begin before it ends, within the last {days} days: older scans are erased. Minutes are from 0 to 240.");
}
