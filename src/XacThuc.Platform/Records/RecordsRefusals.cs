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

    public static Refusal FileTooLarge => new(RefusalKind.TooLarge, "import.too_large", new(
        "Tệp lớn hơn 2 GB. Chia tệp thành nhiều phần rồi nhập lần lượt.",
        "The file is larger than 2 GB. Split it and import the parts one after the other."));

    public static Refusal FileEmpty => Refusal.NotAcceptable(
        "import.empty", "Tệp rỗng. Chọn tệp có dữ liệu rồi gửi lại.", "The file is empty. Choose a file with data and send it again.");

    public static Refusal NotATableType => Refusal.NotAcceptable(
        "import.type",
        "Chỉ nhận bảng CSV hoặc Excel: gửi với Content-Type text/csv hoặc kiểu của .xlsx.",
        "Only CSV or Excel tables are taken: send it with Content-Type text/csv or that of .xlsx.");

    public static Refusal KeyTooLong => Refusal.NotAcceptable(
        "request.key", "Idempotency-Key dài quá 200 ký tự. Dùng khoá ngắn hơn.", "The Idempotency-Key is longer than 200 characters. Use a shorter one.");

    public static Refusal FileNotReadable(string sentence) => Refusal.NotAcceptable("import.unreadable", sentence, sentence);

    public static Refusal FileNotKept(string sentence) => Refusal.Conflicting("import.not_kept", sentence, sentence);
}
