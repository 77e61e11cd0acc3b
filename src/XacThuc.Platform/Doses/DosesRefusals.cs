using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses;

/// <summary>Every refusal of the work on doses.</summary>
internal static class DosesRefusals
{
    public static Refusal NotYours { get; } = Refusal.NotAcceptable(
        "dose.not_yours", "Chỉ đơn vị đã nhập tệp được sửa các dòng của tệp.", "Only the unit that brought the file changes its rows.");

    public static Refusal Moved { get; } = Refusal.Conflicting(
        "dose.moved", "Người khác vừa thay đổi. Tải lại trang rồi làm lại.", "Somebody else has just changed it. Load the page again, then repeat it.");

    public static Refusal NoFile { get; } = Refusal.NotAcceptable(
        "dose.no_file", "Chưa chọn tệp. Chọn tệp Excel hoặc CSV rồi bấm Nhập.", "No file was chosen. Choose an Excel or CSV file, then press Bring.");

    public static Refusal NoDose { get; } = Refusal.NotThere(
        "dose.not_there", "Không có mũi tiêm này trong phạm vi của đơn vị bạn.", "There is no such dose in your unit's reach.");

    public static Refusal OfSession { get; } = Refusal.Conflicting(
        "dose.of_session",
        "Mũi này thuộc một buổi tiêm: sửa ở trang Sửa sau khi đóng của buổi đó, có người thứ hai xác nhận.",
        "This dose is of a session: correct it on the session's page of corrections, with a second person.");

    public static Refusal NoReason { get; } = Refusal.NotAcceptable(
        "dose.no_reason", "Ghi lý do sửa: sai ở đâu, căn cứ vào giấy tờ nào.", "Say why: what was wrong, and by which paper.");

    public static Refusal NoNumber { get; } = Refusal.NotAcceptable(
        "dose.number", "Mũi số phải từ 1 đến 9.", "The dose's number must be from 1 to 9.");

    public static Refusal NoProduct { get; } = Refusal.NotAcceptable(
        "dose.product", "Chọn vắc xin có trong danh mục.", "Choose a vaccine of the catalogue.");

    public static Refusal NoDay { get; } = Refusal.NotAcceptable(
        "dose.day", "Ngày tiêm phải là hôm nay hoặc trước đó, sau ngày vắc xin được phép dùng.", "The day must be today or before, after the vaccine was licensed.");

    public static Refusal LongLot(int most) => Refusal.NotAcceptable(
        "dose.lot", $"Số lô có nhiều nhất {most} ký tự.", $"A lot's number has {most} characters at most.");

    public static Refusal NoRow { get; } = Refusal.NotThere(
        "dose.no_row", "Dòng này không còn chờ: có thể người khác đã xử lý.", "This row waits no more: somebody else may have settled it.");

    public static Refusal NoRecord { get; } = Refusal.NotAcceptable(
        "dose.no_record", "Hồ sơ này không nằm trong các hồ sơ được gợi ý cho dòng này.", "This record is none of those that were found for the row.");

    public static Refusal StillUnclear { get; } = Refusal.NotAcceptable(
        "dose.unclear", "Dòng này vẫn còn ô cần xem (đã đánh dấu). Sửa tiếp rồi bấm Lưu.", "A cell of this row is still to be looked at (it is marked). Go on fixing, then press Save.");

    public static Refusal KnownAlready { get; } = Refusal.Conflicting(
        "dose.known", "Mũi này đơn vị đã nhập ở một dòng khác. Bấm Không phải mũi tiêm để bỏ dòng này.", "The unit has brought this dose in another row. Press Not a dose to put this row aside.");

    public static Refusal TooManyPapers(int most) => Refusal.Conflicting(
        "dose.too_many_papers", $"Mũi này đã có {most} tệp giấy tờ. Không thêm được nữa.", $"This dose has {most} papers already. No more can be added.");

    public static Refusal TooLong(int most) => Refusal.NotAcceptable(
        "dose.file_too_long",
        $"Tệp có hơn {Shown.Number(most)} dòng. Chia tệp thành nhiều phần rồi nhập từng phần.",
        $"The file has more than {Shown.Number(most)} rows. Split it, then bring the parts.");
}
