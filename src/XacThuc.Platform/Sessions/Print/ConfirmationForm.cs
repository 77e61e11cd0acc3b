using System.Globalization;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Records;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Print;

/// <summary>
/// What somebody takes home after half an hour: who was vaccinated, with what, when, where, and what to look out for. On A5;
/// the code leads a health worker to the record and says nothing of the person. Always Vietnamese.
/// </summary>
internal static class ConfirmationForm
{
    private static readonly FormColumn[] Columns =
    [
        new("Mũi", 5, CellLook.Middle), new("Vắc xin", 26), new("Số lô", 14, CellLook.Middle), new("Ngày tiêm", 13, CellLook.Middle), new("Nơi tiêm", 30),
    ];

    public static OfficialForm Of(VaccinationRecord record, IReadOnlyList<Dose> doses, string unit, IReadOnlyDictionary<long, string> units, Uri house) => new(
        new OfficialHead("", unit, record.Ref), Paper.Half, "PHIẾU XÁC NHẬN ĐÃ TIÊM VẮC XIN", [],
        [
            new FormBlock.Paragraph($"Họ và tên: {record.FullName}. Giới tính: {Told(record.Sex)}. Ngày sinh: {Told(record.DateOfBirth)}."),
            new FormBlock.Paragraph($"Số CCCD/CMND/định danh: {Told(record.IdNumber)}."),
            new FormBlock.Table("Các mũi tiêm", Columns, [.. doses.Select(dose => RowOf(dose, units))]),
            new FormBlock.Paragraph(
                "Theo dõi sức khoẻ trong 28 ngày, nhất là 7 ngày đầu. Đến ngay cơ sở y tế nếu khó thở, phát ban, sốt từ 39 °C, đau ngực, đau đầu dữ dội, li bì hoặc co giật."),
            new FormBlock.Code(new Uri(house, $"/records/{record.Ref}").AbsoluteUri, "Mã hồ sơ"),
            new FormBlock.Signatures([new("", ""), new("CÁN BỘ Y TẾ", "(ký, ghi rõ họ tên, đóng dấu)")]),
        ]);

    private static string[] RowOf(Dose dose, IReadOnlyDictionary<long, string> units) =>
    [
        dose.Number.ToString(CultureInfo.InvariantCulture), VaccineCatalogue.NameOf(dose.Product), dose.Lot, Shown.Date(dose.GivenOn),
        dose.Facility.Length > 0 ? dose.Facility : units.GetValueOrDefault(dose.UnitId, ""),
    ];

    private static string Told(string value) => value.Length > 0 ? value : "................";
}
