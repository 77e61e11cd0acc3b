using XacThuc.Matching.Texts;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Certificates.Confirm;

/// <summary>A list of doses in the administrative form, written from the document that is signed. Always Vietnamese.</summary>
internal static class ConfirmationForm
{
    private static readonly FormColumn[] Columns =
    [
        new("STT", 5, CellLook.Middle), new("Họ và tên", 18), new("Ngày sinh", 11, CellLook.Middle), new("Giới tính", 6, CellLook.Middle),
        new("Số CCCD/CMND", 14, CellLook.Middle), new("Mũi", 5, CellLook.Middle), new("Vắc xin", 13), new("Lô", 10, CellLook.Middle), new("Ngày tiêm", 11, CellLook.Middle), new("Nơi tiêm", 17),
    ];

    public static OfficialForm Of(ConfirmedDoses list) => new(
        new OfficialHead("", list.UnitName, list.List), Paper.Across, "DANH SÁCH XÁC NHẬN DỮ LIỆU MŨI TIÊM",
        [
            $"Lập ngày {Shown.Date(list.DrawnOn)}. {Shown.Number(list.Doses.Count, Language.Vietnamese)} mũi tiêm của người đã xác thực đúng với dữ liệu dân cư.",
            "Thực hiện Công văn số 9438/BYT-CNTT ngày 05/11/2021 của Bộ Y tế.",
        ],
        [
            new FormBlock.Table("Các mũi tiêm", Columns, [.. list.Doses.Select(RowOf)]),
            new FormBlock.Paragraph("Người ký xác nhận các mũi tiêm trên đã được thực hiện và ghi đúng; từ khi ký, mũi tiêm nào sửa phải được ký lại."),
            new FormBlock.Signatures(
            [
                new(list.UnitName.ToUpperInvariant(), "(ký, ghi rõ họ tên)"),
                new("CHỦ TỊCH UBND HOẶC\nNGƯỜI ĐỨNG ĐẦU CƠ SỞ", "(ký, ghi rõ họ tên, đóng dấu)"),
            ]),
        ]);

    private static string[] RowOf(ConfirmedDose dose) =>
        [$"{dose.Number}", dose.FullName, dose.DateOfBirth, dose.Sex, dose.IdNumber, $"{dose.Dose}", dose.Product, dose.Lot, Shown.Date(dose.GivenOn), dose.Facility];
}
