using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists;

/// <summary>Every refusal of the work on lists.</summary>
internal static class ListsRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere(
        "list.not_there", "Không có danh sách này trong phạm vi của đơn vị bạn.", "There is no such list in your unit's reach.");

    public static Refusal NoPerson { get; } = Refusal.NotThere(
        "list.no_person", "Danh sách không có dòng này.", "The list has no such row.");

    public static Refusal NotYours { get; } = Refusal.NotAcceptable(
        "list.not_yours", "Chỉ đơn vị lập danh sách được sửa. Đề nghị đơn vị đó sửa.", "Only the unit that draws the list up changes it. Ask that unit.");

    public static Refusal Closed { get; } = Refusal.Conflicting(
        "list.closed",
        "Danh sách đã được duyệt hoặc đã huỷ nên không sửa được. Lập danh sách bổ sung cho người mới.",
        "The list is approved or given up and cannot be changed. Draw a further list up for new people.");

    public static Refusal Moved { get; } = Refusal.Conflicting(
        "list.moved", "Người khác vừa thay đổi danh sách. Tải lại trang rồi làm lại.", "Somebody else has just changed the list. Load the page again, then repeat it.");

    public static Refusal NoTitle { get; } = Refusal.NotAcceptable(
        "list.no_title", "Ghi tên danh sách, ví dụ: Mũi 2 thôn Nà Nùng.", "Give the list a name, for example: Dose 2, hamlet Nà Nùng.");

    public static Refusal NoDose { get; } = Refusal.NotAcceptable(
        "list.no_dose", "Mũi tiêm phải từ 1 đến 9.", "The dose must be from 1 to 9.");

    public static Refusal NoFile { get; } = Refusal.NotAcceptable(
        "list.no_file", "Chưa chọn tệp. Chọn tệp Excel hoặc CSV rồi bấm lại.", "No file was chosen. Choose an Excel or CSV file, then press again.");

    public static Refusal NoName { get; } = Refusal.NotAcceptable(
        "list.no_name", "Ghi họ và tên.", "Write the full name.");

    public static Refusal WithPolice { get; } = Refusal.Conflicting(
        "list.with_police",
        "Công an đang đối chiếu dòng này. Chờ kết quả rồi sửa.", "The police are verifying this row. Wait for the answer, then change it.");

    public static Refusal NobodyToSend { get; } = Refusal.Conflicting(
        "list.nobody_to_send",
        "Không có ai để gửi: mọi dòng đã gửi, đã xác nhận, là người nước ngoài, chưa có họ tên, hoặc chưa ghi xã nơi ở.",
        "There is nobody to send: all rows are sent, confirmed, foreigners, or have no name or no commune yet.");

    public static Refusal Outstanding { get; } = Refusal.Conflicting(
        "list.outstanding",
        "Công an chưa trả lời hết. Chờ đủ kết quả rồi duyệt.", "The police have not answered all of it. Wait for that, then approve.");

    public static Refusal NobodyVerified { get; } = Refusal.Conflicting(
        "list.nobody_verified",
        "Chưa có ai trong danh sách được xác nhận nên chưa duyệt được.", "Nobody on the list is verified, so that it cannot be approved.");

    public static Refusal MayNotApprove { get; } = Refusal.NotAcceptable(
        "list.may_not_approve", "Chỉ UBND xã được duyệt danh sách.", "Only the commune committee approves a list.");

    public static Refusal LikenessGone { get; } = Refusal.Conflicting(
        "list.likeness_gone", "Cặp này đã có người kết luận. Tải lại trang.", "Somebody has settled this pair. Load the page again.");

    public static Refusal TooLong(int rows) => Refusal.NotAcceptable(
        "list.too_long",
        $"Tệp có {Shown.Number(rows)} dòng; mỗi danh sách nhiều nhất {Shown.Number(SurveyList.Longest)} dòng. Chia tệp theo thôn rồi đưa từng tệp.",
        $"The file has {Shown.Number(rows)} rows; a list takes {Shown.Number(SurveyList.Longest)} at most. Split it by hamlet and bring one after the other.");

    public static Refusal NobodyChosen { get; } = Refusal.NotAcceptable(
        "list.nobody_chosen", "Chưa chọn ai. Đánh dấu ít nhất một người.", "Nobody is chosen. Tick at least one person.");

    public static Refusal OtherDose { get; } = Refusal.NotAcceptable(
        "list.other_dose", "Danh sách này dành cho mũi khác. Chọn danh sách đúng mũi, hoặc lập danh sách mới.", "That list is for another dose. Choose one for this dose, or a new one.");

    public static Refusal NoReason { get; } = Refusal.NotAcceptable(
        "list.no_reason", "Ghi lý do; người đăng ký sẽ đọc lý do này.", "Say why; whoever registered will read it.");

    public static Refusal NoRegistration { get; } = Refusal.NotThere(
        "list.no_registration", "Không có đăng ký này, hoặc đã có người xử lý.", "There is no such registration, or somebody has dealt with it.");
}
