using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import;

namespace XacThuc.Platform.Cleaning.Bring;

/// <summary>What is told of the rows of a filled file.</summary>
internal static class FillSentences
{
    public static string Broken => Speech.Say(
        "Không tách được các ô của dòng này (thiếu ô hoặc dấu nháy không đóng). Sửa dòng rồi đưa tệp lên lại.",
        "The cells of this row cannot be told apart (one is missing or a quote is not closed). Fix the row and bring the file again.");

    public static string TooLong => Speech.Say(
        $"Tệp dài hơn {FilledTable.MostRows} dòng: chỉ đọc phần đầu.", $"The file has more than {FilledTable.MostRows} rows: only the first were read.");

    public static string NoCode => Speech.Say(
        "Dòng không có mã dòng. Chép lại mã từ danh sách đã tải xuống.", "The row has no code. Copy it from the list as downloaded.");

    public static string OtherList(string list) => Speech.Say(
        $"Dòng này thuộc danh sách khác ({list}). Đưa tệp vào đúng danh sách đó.", $"This row is of another list ({list}). Bring the file there.");

    public static string NoSuchRow => Speech.Say(
        "Mã dòng không có trong danh sách này. Kiểm tra mã, hoặc xoá dòng thêm tay.",
        "This list has no row of this code. Check the code, or delete the row if it was added by hand.");

    public static string Repeated(long line) => Speech.Say(
        $"Mã dòng đã có ở dòng {line} của tệp: chỉ lấy dòng đó.", $"The code stands in row {line} of the file already: only that one is taken.");

    public static string Altered(MandatoryField field) => Speech.Say(
        $"Cột \"{ImportTexts.OfField(field)} (đang ghi)\" khác danh sách: có thể cột bị sắp xếp lệch dòng. Dòng này không được nhận; điền giá trị đúng vào cột \"đúng\".",
        $"The column \"{ImportTexts.OfField(field)} (recorded)\" is not as in the list: columns may have been sorted apart. The row is not taken; write the right value in its \"right\" column.");

    public static string Unreadable(MandatoryField field) => field switch
    {
        MandatoryField.Name => Speech.Say(
            "Họ và tên đúng: không đọc được. Gõ lại họ tên đầy đủ, có dấu.", "Right full name: cannot be read. Type the full name again, with its marks."),
        MandatoryField.Sex => Speech.Say(
            "Giới tính đúng: không đọc được. Ghi Nam hoặc Nữ.", "Right sex: cannot be read. Write Nam or Nữ (male or female)."),
        MandatoryField.DateOfBirth => Speech.Say(
            "Ngày sinh đúng: không có ngày này hoặc không đọc được. Ghi ngày/tháng/năm, tháng/năm hoặc chỉ năm.",
            "Right date of birth: there is no such day, or it cannot be read. Write day/month/year, month/year or the year alone."),
        MandatoryField.Number => Speech.Say(
            "Số CCCD/CMND đúng: không phải số hợp lệ. Ghi đủ 12 số (CCCD, định danh) hoặc 9 số (CMND); ô phải là kiểu Text.",
            "Right number: not a possible number. Write all 12 digits (personal id) or 9 (old card); the cell must be of type Text."),
    };

    public static string TooLongCell(MandatoryField field) => Speech.Say(
        $"{ImportTexts.OfField(field)} đúng: dài quá 200 ký tự. Rút gọn rồi đưa tệp lên lại.",
        $"Right {ImportTexts.OfField(field)}: longer than 200 characters. Shorten it and bring the file again.");
}
