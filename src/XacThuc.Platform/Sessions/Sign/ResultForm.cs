using XacThuc.Matching.Texts;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>The results of a day in the administrative form, written from the document that is signed. Always Vietnamese.</summary>
internal static class ResultForm
{
    private static readonly FormColumn[] DoseColumns =
    [
        new("STT", 5, CellLook.Middle), new("Họ và tên", 18), new("Ngày sinh", 11, CellLook.Middle), new("Giới tính", 6, CellLook.Middle),
        new("Số CCCD/CMND", 14, CellLook.Middle), new("Mũi", 5, CellLook.Middle), new("Lô", 10, CellLook.Middle), new("Giờ tiêm", 12, CellLook.Middle), new("Ghi chú", 19),
    ];

    private static readonly FormColumn[] LotColumns =
    [
        new("Lô", 12), new("Hạn dùng", 11, CellLook.Middle), new("Mang đến", 8, CellLook.Number), new("Đã tiêm", 8, CellLook.Number),
        new("Huỷ", 8, CellLook.Number), new("Trả kho", 8, CellLook.Number), new("Ghi chú", 25),
    ];

    private static readonly FormColumn[] CorrectionColumns =
    [
        new("Nội dung", 13), new("STT", 8, CellLook.Middle), new("Đã ghi", 15), new("Sửa thành", 15), new("Lý do", 25), new("Người đề nghị, người xác nhận", 20),
    ];

    public static OfficialForm Of(DayResult day) => new(
        new OfficialHead("", day.UnitName, day.Version == 1 ? day.Session : $"{day.Session}, bản {day.Version}"), Paper.Across, "KẾT QUẢ BUỔI TIÊM CHỦNG",
        [
            $"Ngày {Shown.Date(day.Day)}. Địa điểm: {day.Place}. Vắc xin: {day.ProductName}.",
            "Thực hiện Công văn số 8938/BYT-DP ngày 21/10/2021 của Bộ Y tế.",
        ],
        [
            new FormBlock.Paragraph(FiguresOf(day.Figures)),
            new FormBlock.Table("Các mũi tiêm", DoseColumns, [.. day.Doses.Select(RowOf)]),
            new FormBlock.Section("Vắc xin"),
            new FormBlock.Table("Vắc xin", LotColumns, [.. day.Lots.Select(RowOf)]),
            .. CorrectionsOf(day),
            new FormBlock.Signatures(
            [
                new(day.UnitName.ToUpperInvariant(), "(ký, ghi rõ họ tên)"),
                new("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "(ký, ghi rõ họ tên, đóng dấu)"),
            ]),
        ]);

    private static string FiguresOf(DayFigures figures) =>
        $"Mời {Counted(figures.Invited)} người; đã tiêm {Counted(figures.Injected)}; trì hoãn {Counted(figures.Deferred)}; chống chỉ định {Counted(figures.ContraIndicated)}; "
        + $"không đồng ý {Counted(figures.NotConsenting)}; chuyển bệnh viện {Counted(figures.ToHospital)}; không đến {Counted(figures.Absent)}.{EventsOf(figures)}";

    private static string EventsOf(DayFigures figures) => figures.Reactions + figures.Severe == 0 ? ""
        : $" Phản ứng sau tiêm: {Counted(figures.Reactions)} thông thường, {Counted(figures.Severe)} tai biến nặng.";

    private static string[] RowOf(ResultDose dose) =>
    [
        $"{dose.Number}", dose.FullName, dose.DateOfBirth, dose.Sex, dose.IdNumber, $"{dose.Dose}", dose.Lot, Shown.Moment(dose.GivenAt), NoteOf(dose),
    ];

    /// <summary>What is to be said beside a dose.</summary>
    internal static string NoteOf(ResultDose dose) =>
        string.Join(". ", new[] { dose.ScheduleReason, dose.Note, dose.IsLate ? "Nhập sau ngày tiêm" : "" }.Where(note => note.Length > 0));

    private static string[] RowOf(ResultLot lot) =>
        [lot.Number, Shown.Date(lot.ExpiresOn), Counted(lot.Brought), Counted(lot.Used), Counted(lot.Discarded), Counted(lot.Returned), lot.Explanation];

    private static IEnumerable<FormBlock> CorrectionsOf(DayResult day)
    {
        if (day.Corrections is not { Count: > 0 } corrections) yield break;
        yield return new FormBlock.Section("Nội dung đã sửa sau khi đóng buổi tiêm");
        yield return new FormBlock.Table("Nội dung đã sửa", CorrectionColumns,
        [
            .. corrections.Select(one => (string[])
            [
                one.What, one.Number is { } number ? $"{number}" : "cả buổi", one.From, one.To.Length > 0 ? one.To : "rút", one.Reason,
                $"{one.ProposedBy}, {one.ConfirmedBy} ({Shown.Moment(one.At)})",
            ]),
        ]);
        if (day.Before is { } before) yield return new FormBlock.Paragraph($"Thay bản trước có mã băm SHA-256 {before}.");
    }

    private static string Counted(int count) => Shown.Number(count, Language.Vietnamese);
}
