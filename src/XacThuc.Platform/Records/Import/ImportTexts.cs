using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Records.Import;

/// <summary>How fields and problems are called on pages.</summary>
internal static class ImportTexts
{
    /// <summary>A field.</summary>
    public static string OfField(MandatoryField field) => field switch
    {
        MandatoryField.Name => Speech.Say("Họ và tên", "Full name"),
        MandatoryField.Sex => Speech.Say("Giới tính", "Sex"),
        MandatoryField.DateOfBirth => Speech.Say("Ngày sinh", "Date of birth"),
        MandatoryField.Number => Speech.Say("Số CCCD/CMND", "Number"),
    };

    /// <summary>A wanted column of a file that people bring.</summary>
    public static string OfColumn(WantedColumn wanted) => wanted.Name switch
    {
        "record_id" => Speech.Say("Mã hồ sơ", "Record id"),
        "full_name" => OfField(MandatoryField.Name),
        "sex" => OfField(MandatoryField.Sex),
        "date_of_birth" => OfField(MandatoryField.DateOfBirth),
        "id_number" => OfField(MandatoryField.Number),
        "commune_code" => Speech.Say("Mã xã", "Commune code"),
        "hamlet" => Speech.Say("Thôn", "Hamlet"),
        "phone" => Speech.Say("Điện thoại", "Phone"),
        "passport" => Speech.Say("Hộ chiếu", "Passport"),
        "nationality" => Speech.Say("Quốc tịch", "Nationality"),
        "target_group" => Speech.Say("Nhóm đối tượng", "Target group"),
        "note" => Speech.Say("Tiền sử, chống chỉ định", "Illnesses, contra-indications"),
        "consent" => Speech.Say("Đồng ý tiêm", "Consent"),
        "guardian" => Speech.Say("Người giám hộ", "Guardian"),
        "guardian_phone" => Speech.Say("Điện thoại người giám hộ", "Guardian's phone"),
        "dose_number" => Speech.Say("Mũi số", "Dose number"),
        "vaccine" => Speech.Say("Vắc xin", "Vaccine"),
        "lot" => Speech.Say("Số lô", "Lot"),
        "given_on" => Speech.Say("Ngày tiêm", "Given on"),
        "facility" => Speech.Say("Cơ sở tiêm", "Given at"),
        "place_code" => Speech.Say("Mã điểm", "Place code"),
        "place_name" => Speech.Say("Tên điểm", "Place name"),
        "place_kind" => Speech.Say("Loại", "Kind"),
        "address" => Speech.Say("Địa chỉ", "Address"),
        "commune" => Speech.Say("Xã, phường, thị trấn", "Commune"),
        "responsible" => Speech.Say("Người chịu trách nhiệm", "Responsible"),
        "responsible_phone" => Speech.Say("Điện thoại người chịu trách nhiệm", "Responsible phone"),
        "unit_code" => Speech.Say("Mã đơn vị", "Unit code"),
        _ => wanted.Example,
    };

    /// <summary>Why a row waits.</summary>
    public static string OfProblem(RowProblem problem) => problem switch
    {
        RowProblem.TooFewCells => Speech.Say("ít ô hơn dòng tiêu đề", "fewer cells than the headings"),
        RowProblem.TooManyCells => Speech.Say("nhiều ô hơn dòng tiêu đề", "more cells than the headings"),
        RowProblem.Quotes => Speech.Say("dấu nháy kép mở mà không đóng", "a quote is opened and not closed"),
        RowProblem.Field => Speech.Say("có ô thiếu hoặc không đọc được", "a cell is missing or cannot be read"),
    };

    /// <summary>What is written in a field.</summary>
    public static string Written(WrittenRecord record, MandatoryField field) => field switch
    {
        MandatoryField.Name => record.FullName,
        MandatoryField.Sex => record.Sex,
        MandatoryField.DateOfBirth => record.DateOfBirth,
        MandatoryField.Number => record.IdNumber,
    };

    /// <summary>What is understood of a field, where it is more than another way to write the same.</summary>
    public static string? Repaired(WrittenRecord record, in ReadFields read, MandatoryField field) => field switch
    {
        MandatoryField.Name or MandatoryField.Sex => null,
        MandatoryField.DateOfBirth => Unless(record.DateOfBirth, Shown.Date(read.Born)),
        MandatoryField.Number => Unless(record.IdNumber, read.Digits),
    };

    /// <summary>What is wrong with the fields of a row, for the column of errors.</summary>
    public static string Problems(in ReadFields read)
    {
        var problems = new List<string>();
        foreach (var field in Enum.GetValues<MandatoryField>())
            if (read.VerdictOf(field) is var verdict && verdict != FieldVerdict.NotCompared) problems.Add($"{OfField(field)}: {Tones.Of(verdict).Word}");
        return string.Join("; ", problems);
    }

    private static string? Unless(string written, string read) => string.Equals(written, read, StringComparison.Ordinal) ? null : read;
}
