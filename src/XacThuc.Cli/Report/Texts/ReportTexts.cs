using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Report.Texts;

/// <summary>The texts of the report and of the table at the end.</summary>
internal static class ReportTexts
{
    public static readonly Bilingual Title = new("Kết quả xác thực", "Authentication result");
    public static readonly Bilingual Kind = new("Báo cáo xác thực", "Authentication report");
    public static readonly Bilingual LanguageChoice = new("Ngôn ngữ", "Language");
    public static readonly Bilingual Run = new("Lần chạy", "The run");
    public static readonly Bilingual When = new("Thời điểm", "When");
    public static readonly Bilingual RegisterFile = new("Tệp dữ liệu dân cư", "Register file");
    public static readonly Bilingual RecordsFile = new("Tệp hồ sơ", "Records file");
    public static readonly Bilingual Took = new("Thời gian chạy", "Took");
    public static readonly Bilingual Engine = new("Phiên bản", "Version");
    public static readonly Bilingual NothingWrong = new("Không có hồ sơ nào thuộc mục này.", "No record falls under this.");
    public static readonly Bilingual Table = new("Bảng", "Table");

    public static readonly Bilingual ByStatus = new("Đúng, sai, chưa đối chiếu được", "Right, wrong, not comparable");
    public static readonly Bilingual ByStatusChart = new("Tỷ lệ hồ sơ theo kết quả", "Share of records by result");
    public static readonly Bilingual ByField = new("Theo từng thông tin bắt buộc", "By mandatory field");
    public static readonly Bilingual ByFieldChart =
        new("Số hồ sơ sai, thiếu hoặc không đọc được, theo thông tin", "Records wrong, missing or unreadable, by field");
    public static readonly Bilingual ByReason = new("Sai vì sao", "Why");
    public static readonly Bilingual ByReasonChart = new("Số hồ sơ theo lý do", "Records by reason");
    public static readonly Bilingual ByReasonNote = new(
        "Một hồ sơ có thể có nhiều lý do, nên các dòng cộng lại có thể nhiều hơn số hồ sơ sai. Dòng có dấu “i” chỉ để lưu ý: " +
        "thông tin đó có thể vẫn đúng. Lý do chi tiết cho biết nội dung dữ liệu dân cư, nên chỉ dùng trong ngành công an.",
        "A record may have several reasons, so the rows may add up to more than the wrong records. A row marked “i” is a " +
        "remark only: the field may be right all the same. The finer reasons tell of the register’s content and are " +
        "for the police only.");
    public static readonly Bilingual ByCommune = new("Theo xã, phường, thị trấn", "By commune");
    public static readonly Bilingual ByCommuneChart = new(
        "Số hồ sơ theo xã và kết quả; xã có nhiều hồ sơ chưa đúng nhất ở trên", "Records by commune and result, those with most to mend first");
    public static readonly Bilingual NoCommune = new("Không ghi mã xã", "No commune code");
    public static readonly Bilingual UnknownCommune = new("Xã", "Commune");
    public static readonly Bilingual OtherCommunes = new("Các xã còn lại", "All other communes");
    public static readonly Bilingual BySuggestion = new("Gợi ý cho hồ sơ chưa đúng", "Suggestions for records that are not right");
    public static readonly Bilingual BySuggestionChart =
        new("Số hồ sơ theo xác suất của gợi ý đầu tiên", "Records by probability of the first suggestion");
    public static readonly Bilingual BySuggestionNote = new(
        "Gợi ý chỉ giúp cán bộ quyết định, không tự động áp dụng.",
        "A suggestion helps the officer who decides; none is applied by itself.");

    public static readonly Bilingual Result = new("Kết quả", "Result");
    public static readonly Bilingual Field = new("Thông tin", "Field");
    public static readonly Bilingual Why = new("Lý do", "Reason");
    public static readonly Bilingual Commune = new("Xã", "Commune");
    public static readonly Bilingual Probability = new("Xác suất của gợi ý đầu tiên", "Probability of the first");
    public static readonly Bilingual Code = new("Mã", "Code");
    public static readonly Bilingual RecordCount = new("Số\u00a0hồ\u00a0sơ", "Records");
    public static readonly Bilingual ShareOfRecords = new("Tỷ\u00a0lệ", "Share");
    public static readonly Bilingual ShareRight = new("Tỷ lệ đúng", "Share right");
    public static readonly Bilingual All = new("Tất cả", "All");

    public static readonly Bilingual Problems = new("Vấn đề trong các tệp", "Problems in the files");
    public static readonly Bilingual NoProblems = new("Không phát hiện vấn đề nào trong các tệp.", "No problem was found in the files.");
    public static readonly Bilingual File = new("Tệp", "File");
    public static readonly Bilingual Line = new("Dòng", "Line");
    public static readonly Bilingual WholeFile = new("cả tệp", "whole file");
    public static readonly Bilingual Column = new("Cột", "Column");
    public static readonly Bilingual Sentence = new("Vấn đề và cách xử lý", "Problem and what to do");
    public static readonly Bilingual NoPersonalData = new(
        "Báo cáo chỉ có số liệu tổng hợp, không có dữ liệu cá nhân. Tệp mở được khi không có mạng.",
        "This report holds counts only, no personal data. The file opens without a network.");

    public static Bilingual Of(RecordStatus status) => status switch
    {
        RecordStatus.Matched => new("Đúng", "Right"),
        RecordStatus.Mismatched => new("Sai", "Wrong"),
        RecordStatus.Unauthenticated => new("Chưa xác thực", "Not authenticated"),
        RecordStatus.Invalid => new("Không hợp lệ", "Invalid"),
    };

    /// <summary>What the status means, in a line.</summary>
    public static Bilingual Meaning(RecordStatus status) => status switch
    {
        RecordStatus.Matched => new("cả bốn thông tin khớp dữ liệu dân cư", "all four fields as in the register"),
        RecordStatus.Mismatched => new("không tìm thấy số, hoặc có thông tin khác", "number not found, or a field differs"),
        RecordStatus.Unauthenticated => new("không có số định danh dùng được", "no usable number"),
        RecordStatus.Invalid => new("thiếu hoặc không đọc được thông tin khác", "another field missing or unreadable"),
    };

    public static Bilingual Of(MandatoryField field) => field switch
    {
        MandatoryField.Name => new("Họ và tên", "Full name"),
        MandatoryField.Sex => new("Giới tính", "Sex"),
        MandatoryField.DateOfBirth => new("Ngày sinh", "Date of birth"),
        MandatoryField.Number => new("Số định danh", "Personal number"),
    };

    public static Bilingual Of(FieldVerdict verdict) => verdict switch
    {
        FieldVerdict.NotCompared => new("Chưa đối chiếu", "Not compared"),
        FieldVerdict.Right => new("Đúng", "Right"),
        FieldVerdict.Wrong => new("Sai", "Wrong"),
        FieldVerdict.Missing => new("Thiếu", "Missing"),
        FieldVerdict.Unreadable => new("Không đọc được", "Unreadable"),
    };

    public static Bilingual Of(SuggestionBand band) => band switch
    {
        SuggestionBand.From99 => new("Từ 0,99: gần như chắc chắn", "0.99 and more: all but certain"),
        SuggestionBand.From90 => new("Từ 0,9 đến dưới 0,99", "0.9 to below 0.99"),
        SuggestionBand.From50 => new("Từ 0,5 đến dưới 0,9", "0.5 to below 0.9"),
        SuggestionBand.Below50 => new("Dưới 0,5", "Below 0.5"),
        SuggestionBand.None => new("Không có gợi ý", "No suggestion"),
    };

    public static Tone ToneOf(RecordStatus status) => status switch
    {
        RecordStatus.Matched => Tone.Right,
        RecordStatus.Mismatched => Tone.Wrong,
        RecordStatus.Unauthenticated => Tone.Waiting,
        RecordStatus.Invalid => Tone.Invalid,
    };
}
