using System.Security;
using XacThuc.Matching.Texts;
using XacThuc.Tables.Headings;

namespace XacThuc.Tables;

/// <summary>Everything this folder says to a person, together so that it can be translated.</summary>
public static class FileSentences
{
    /// <summary>Why a file cannot be read.</summary>
    public static string Of(Exception unreadable) => unreadable switch
    {
        FileNotFoundException or DirectoryNotFoundException => Missing,
        PathTooLongException => NameTooLong,
        UnauthorizedAccessException or SecurityException => NotPermitted,
        ArgumentException or NotSupportedException => Missing,
        _ => NotReadable,
    };

    public static string Missing => Speech.Say(
        "Không có tệp này: kiểm tra lại tên tệp và thư mục.",
        "This file does not exist: check its name and folder.");

    public static string NoName => Speech.Say(
        "Chưa nêu tên tệp: hãy ghi tên một tệp .csv hoặc .xlsx.",
        "No file was named: give the name of a .csv or .xlsx file.");

    public static string Folder => Speech.Say(
        "Đây là thư mục: hãy nêu tên tệp nằm trong đó.",
        "This is a folder: name the file in it.");

    public static string NotPermitted => Speech.Say(
        "Không được phép đọc tệp này: đóng tệp ở nơi đang mở, hoặc xin chủ tệp cấp quyền đọc.",
        "This file may not be read: close it where it is open, or ask its owner for the right to read it.");

    public static string NameTooLong => Speech.Say(
        "Đường dẫn quá dài: chuyển tệp sang thư mục có đường dẫn ngắn hơn.",
        "This name is too long for the system: move the file to a shorter folder.");

    public static string Empty => Speech.Say(
        "Tệp rỗng: hãy xuất lại tệp.",
        "This file is empty: export it again.");

    public static string NotReadable => Speech.Say(
        "Không đọc được tệp từ đĩa: chép lại tệp rồi chạy lại.",
        "This file could not be read from the disk: copy it again and retry.");

    public static string NoRoom => Speech.Say(
        "Không đủ chỗ cho bản sao tạm: giải phóng bớt dung lượng ở thư mục tạm.",
        "There is no room for a temporary copy: free space in the temporary folder.");

    public static string NotATable => Speech.Say(
        "Tệp này không phải là bảng: hãy xuất ra .xlsx hoặc .csv.",
        "This is not a table: export it as .xlsx or .csv.");

    public static string Pdf => Speech.Say(
        "Đây là tệp PDF: hãy xin tệp Excel gốc.",
        "This is a PDF document: ask for the Excel file it was made from.");

    public static string Document => Speech.Say(
        "Đây là văn bản: chép bảng sang Excel rồi lưu thành .xlsx.",
        "This is a text document: copy its table into Excel and save it as .xlsx.");

    public static string Presentation => Speech.Say(
        "Đây là bản trình chiếu: chép bảng sang Excel rồi lưu thành .xlsx.",
        "This is a presentation: copy its table into Excel and save it as .xlsx.");

    public static string OpenDocument => Speech.Say(
        "Đây là tệp OpenDocument: mở ra rồi lưu thành .xlsx.",
        "This is an OpenDocument file: open it and save it as .xlsx.");

    public static string WebPage => Speech.Say(
        "Đây là trang web mang tên tệp Excel: mở bằng Excel rồi lưu thành .xlsx.",
        "This is a web page with an Excel name: open it in Excel and save it as .xlsx.");

    public static string OldXml => Speech.Say(
        "Đây là tệp XML: mở bằng Excel rồi lưu thành .xlsx.",
        "This is an XML file: open it in Excel and save it as .xlsx.");

    public static string Archive => Speech.Say(
        "Đây là tệp nén: giải nén rồi nêu tên bảng bên trong.",
        "This is a compressed archive: unpack it and name the table inside.");

    public static string Picture => Speech.Say(
        "Đây là ảnh: hãy xin tệp Excel gốc.",
        "This is a picture: ask for the Excel file it was made from.");

    public static string NoHeadings => Speech.Say(
        "Không thấy dòng tiêu đề trong 20 dòng đầu: hãy đặt các tiêu đề như \"Họ và tên\", \"Giới tính\", \"Ngày sinh\", \"Số CCCD\" ở đầu các cột.",
        "No row of headings was found in the first 20 rows: put headings such as \"Họ và tên\", \"Giới tính\", \"Ngày sinh\", \"Số CCCD\" over the columns.");

    /// <summary>The same by what the file is for.</summary>
    public static string NoHeadingsOf(TableKind kind) => kind != TableKind.Places ? NoHeadings : Speech.Say(
        "Không thấy dòng tiêu đề trong 20 dòng đầu: hãy đặt các tiêu đề như \"Tên điểm\", \"Loại\", \"Địa chỉ\", \"Người chịu trách nhiệm\" ở đầu các cột.",
        "No row of headings was found in the first 20 rows: put headings such as \"Tên điểm\", \"Loại\", \"Địa chỉ\", \"Người chịu trách nhiệm\" over the columns.");

    public static string HeaderOnly => Speech.Say(
        "Có dòng tiêu đề nhưng bên dưới không có dòng nào.",
        "There are headings but no rows under them.");

    public static string OnlyFemaleColumn => Speech.Say(
        "Chỉ có cột \"Nữ\" cho biết giới tính: ô có đánh dấu được đọc là nữ, ô trống là nam.",
        "Only a column \"Nữ\" tells the sex: a marked cell was read as female, a blank one as male.");

    public static string Utf16 => Speech.Say(
        "Tệp ghi bằng mã UTF-16 và đã được đọc theo mã đó.",
        "The file is written in UTF-16; it was read as such.");

    public static string Utf32 => Speech.Say(
        "Tệp ghi bằng mã UTF-32 và đã được đọc theo mã đó.",
        "The file is written in UTF-32; it was read as such.");

    public static string Windows1258 => Speech.Say(
        "Tệp không phải UTF-8; đã đọc theo mã Windows-1258 (tiếng Việt).",
        "The file is not UTF-8; it was read as Windows-1258 (Vietnamese).");

    public static string LegacyFont => Speech.Say(
        "Tệp không phải UTF-8; đã đọc như chữ gõ bằng phông cũ (TCVN3 hoặc VNI).",
        "The file is not UTF-8; it was read as text in an old font (TCVN3 or VNI), byte by byte.");

    public static string MixedRowEnds => Speech.Say(
        "Một số dòng kết thúc bằng ký tự CR đứng một mình; vẫn được đọc thành từng dòng riêng.",
        "Some rows end with a lone carriage return; they were read as rows of their own.");

    public static string NumberRow => Speech.Say(
        "Đã bỏ qua dòng đánh số cột dưới dòng tiêu đề.",
        "The row of column numbers under the headings was passed over.");

    public static string DamagedWorkbook => Speech.Say(
        "Tệp Excel bị hỏng hoặc chép chưa xong: chép lại, hoặc mở bằng Excel rồi lưu lại.",
        "This workbook is damaged or was not copied completely: copy it again, or open it in Excel and save it anew.");

    public static string Password => Speech.Say(
        "Tệp Excel có mật khẩu: mở bằng Excel rồi lưu một bản không có mật khẩu.",
        "This workbook is protected by a password: open it in Excel and save a copy without one.");

    public static string ZipBomb => Speech.Say(
        "Tệp Excel bung ra lớn bất thường: mở bằng Excel rồi chỉ lưu trang tính cần dùng.",
        "This workbook would unpack to far more than it should: open it in Excel and save only the sheet that is needed.");

    public static string OnlyHidden => Speech.Say(
        "Trang tính duy nhất có đủ tiêu đề đang bị ẩn: mở bằng Excel, bỏ ẩn trang tính rồi lưu lại.",
        "The only sheet with the right headings is hidden: show it in Excel and save.");

    public static string ErrorCell => Speech.Say(
        "Ô báo lỗi thay vì giá trị nên được coi là trống: sửa lại trong Excel.",
        "The cell shows an error in place of a value; it was read as blank: correct it in Excel.");

    public static string NotCalculated => Speech.Say(
        "Ô chứa công thức chưa được tính nên được coi là trống: mở tệp bằng Excel rồi lưu lại.",
        "The cell holds a formula that was never worked out; it was read as blank: open the file in Excel and save it.");

    public static string MayBeYear => Speech.Say(
        "Ô hiện một ngày của năm 1905; nếu đã gõ năm sinh thì đổi định dạng ô thành General trong Excel.",
        "The cell shows a day in 1905; if a year was typed, give the cell the format General in Excel.");

    public static string NoOutputFolder => Speech.Say(
        "Không có thư mục để ghi: tạo thư mục đó hoặc nêu thư mục khác.",
        "The folder to write to does not exist: create it or name another.");

    public static string OutputNotPermitted => Speech.Say(
        "Không được phép ghi ở đây: nêu thư mục khác, hoặc xin cấp quyền ghi.",
        "This may not be written: name another folder, or ask for the right to write here.");

    public static string OutputIsFolder => Speech.Say(
        "Đây là thư mục: hãy nêu tên tệp cần ghi trong đó.",
        "This is a folder: name the file to write in it.");

    public static string NoFileName => Speech.Say(
        "Đây không phải là tên tệp: hãy nêu tên tệp cần ghi.",
        "This is no name for a file: name the file to write.");

    public static string DiskFull => Speech.Say(
        "Đĩa đã đầy: giải phóng dung lượng rồi chạy lại.",
        "The disk is full: free space and run again.");

    public static string ReplacesInput => Speech.Say(
        "Kết quả sẽ ghi đè lên tệp đang đọc: hãy nêu tên tệp khác.",
        "The output would replace a file that is read: name another.");

    public static string NamedTwice => Speech.Say(
        "Hai kết quả cùng ghi vào một tệp: hãy nêu hai tên khác nhau.",
        "Two outputs have the same name: give them different ones.");

    public static string NobodyReads => Speech.Say(
        "Chương trình nhận kết quả đã dừng.",
        "The program that was to receive the output has ended.");

    public static string NotWritable => Speech.Say(
        "Không ghi được: kiểm tra đĩa rồi chạy lại.",
        "This could not be written: check the disk and run again.");

    public static string HiddenSheet(string name) => Speech.Say(
        $"Không đọc trang tính ẩn \"{Plain(name)}\".", $"The hidden sheet \"{Plain(name)}\" was not read.");

    public static string SheetUsed(string name) => Speech.Say(
        $"Đã đọc trang tính \"{Plain(name)}\"; không đọc các trang tính khác.",
        $"The sheet \"{Plain(name)}\" was read; other sheets were not.");

    public static string MoreCells(int count) => Speech.Say(
        $"Còn {count} ô nữa báo lỗi hoặc có công thức chưa được tính.",
        $"{count} more cells hold errors or formulas that were never worked out.");

    public static string RepeatedColumn(string heading) => Speech.Say(
        $"Cột \"{Plain(heading)}\" có nhiều lần; đã dùng cột đầu tiên.",
        $"The column \"{Plain(heading)}\" stands there more than once; the first one was used.");

    public static string RepeatedUnrelated(string heading) => Speech.Say(
        $"Cột \"{Plain(heading)}\" có nhiều lần; không cần đến cột này.",
        $"The column \"{Plain(heading)}\" stands there more than once; it was not needed.");

    public static string SeveralNumbers(IEnumerable<string> headings) => Speech.Say(
        $"Số được lấy từ cột đầu tiên có ghi trong các cột {List(headings)}.",
        $"The number is taken from the first of {List(headings)} that is filled in.");

    /// <summary>Why the headings found are not enough.</summary>
    public static string Unusable(FoundHeadings found) => found.Layout.Repeated.Count > 0
        ? RepeatedMandatory(found.Layout.Repeated)
        : MissingColumns(found.Layout.Missing, found.Written);

    public static string MissingColumns(IEnumerable<WantedColumn> missing, IEnumerable<string> found) => Speech.Say(
        $"Không thấy cột cho {Wanted(missing)}; các cột hiện có là {List(found)}: ghi tên các cột còn thiếu vào dòng tiêu đề.",
        $"No column was found for {Wanted(missing)}; the columns are {List(found)}: name the missing ones in the row of headings.");

    public static string RepeatedMandatory(IEnumerable<string> repeated) => Speech.Say(
        $"Có hơn một cột cùng nghĩa: {List(repeated)}: giữ một cột, đổi tên hoặc xoá các cột kia.",
        $"More than one column could be meant: {List(repeated)}: keep one of them and rename or delete the others.");

    /// <summary>A heading as it may be printed: one short line, and nothing that could be a person's number.</summary>
    public static string Plain(string heading)
    {
        var line = string.Concat(heading.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (line.Count(char.IsDigit) > 4) return "…";
        return line.Length <= 40 ? line : line[..39] + "…";
    }

    private static string Wanted(IEnumerable<WantedColumn> columns) =>
        string.Join(", ", columns.Select(column => $"{column.Name} (\"{column.Example}\")"));

    private static string List(IEnumerable<string> headings)
    {
        var named = headings.Where(h => !string.IsNullOrWhiteSpace(h)).Take(31).Select(h => $"\"{Plain(h)}\"").ToList();
        return named.Count <= 30 ? string.Join(", ", named) : string.Join(", ", named.Take(30)) + ", …";
    }
}
