using XacThuc.Web.Tables;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>The doses of a day's results as a workbook. Always Vietnamese, as the form.</summary>
internal static class ResultWorkbook
{
    private static readonly string[] Headings =
    [
        "STT", "Mã hồ sơ", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD/CMND", "Mũi", "Vắc xin", "Lô", "Ngày tiêm", "Giờ tiêm", "Nơi tiêm", "Ghi chú",
    ];

    public static WorkbookResult Of(DayResult day, string name) => new(name, Headings, _ => day.Doses.Select(dose => RowOf(day, dose)).ToAsyncEnumerable());

    private static IReadOnlyList<object?> RowOf(DayResult day, ResultDose dose) =>
    [
        (long)dose.Number, dose.Record, dose.FullName, dose.DateOfBirth, dose.Sex, dose.IdNumber, (long)dose.Dose, dose.Product, dose.Lot, day.Day,
        dose.GivenAt, $"{day.UnitName}, {day.Place}", ResultForm.NoteOf(dose),
    ];
}
