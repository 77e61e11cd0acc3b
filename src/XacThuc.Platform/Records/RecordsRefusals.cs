using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records;

/// <summary>Every refusal of the work on records.</summary>
internal static class RecordsRefusals
{
    public static Refusal NoSuchRecord => Refusal.NotThere(
        "record.not_there", "Không có hồ sơ này trong phạm vi của đơn vị bạn.", "There is no such record in your unit's reach.");

    public static Refusal NoSuchImport => Refusal.NotThere(
        "import.not_there", "Không có lần nhập này trong phạm vi của đơn vị bạn.", "There is no such import in your unit's reach.");

    public static Refusal NoSuchRow => Refusal.NotThere(
        "import.row_not_there", "Dòng này không còn chờ sửa: có thể người khác đã sửa xong.", "This row waits no more: somebody else may have fixed it.");

    public static Refusal NoFile => Refusal.NotAcceptable(
        "import.no_file", "Chưa chọn tệp. Chọn tệp rồi bấm Xem trước.", "No file was chosen. Choose one, then press Preview.");

    public static Refusal StillNotReady => Refusal.NotAcceptable(
        "import.not_ready",
        "Dòng này vẫn còn ô thiếu hoặc không đọc được (đã đánh dấu). Sửa tiếp, hoặc bấm Thêm như đang có.",
        "A cell of this row is still missing or cannot be read (it is marked). Go on fixing, or press Add as it is.");

    public static Refusal NotATableType => Refusal.NotAcceptable(
        "import.type",
        "Chỉ nhận bảng CSV hoặc Excel: gửi với Content-Type text/csv hoặc kiểu của .xlsx.",
        "Only CSV or Excel tables are taken: send it with Content-Type text/csv or that of .xlsx.");

    public static Refusal FileNotReadable(string sentence) => Refusal.NotAcceptable("import.unreadable", sentence, sentence);
}
