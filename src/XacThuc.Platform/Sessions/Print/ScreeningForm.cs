using System.Globalization;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Print;

/// <summary>
/// The sheet of the screening before an injection (decision 2995/QĐ-BYT of 18 June 2021), with what is known of the person
/// filled in; the rest is filled in and signed by hand. Always Vietnamese.
/// </summary>
internal static class ScreeningForm
{
    private static readonly FormColumn[] Columns = [new("TT", 4, CellLook.Middle), new("Nội dung", 62), new("Không", 9, CellLook.Middle), new("Có", 9, CellLook.Middle)];

    private static readonly string[] Asked =
    [
        "Tiền sử rõ ràng phản vệ với vắc xin phòng COVID-19 lần trước hoặc các thành phần của vắc xin",
        "Đang mắc bệnh cấp tính",
        "Phụ nữ mang thai (tuần thai: ......)",
        "Phản vệ độ 3 trở lên với bất kỳ dị nguyên nào (ghi rõ: ................)",
        "Đang bị suy giảm miễn dịch nặng, ung thư giai đoạn cuối đang điều trị hoá trị, xạ trị",
        "Tiền sử dị ứng với bất kỳ dị nguyên nào (ghi rõ: ................)",
        "Tiền sử rối loạn đông máu, cầm máu hoặc đang dùng thuốc chống đông",
        "Rối loạn tri giác, rối loạn hành vi",
        "Bất thường dấu hiệu sống (nhiệt độ: ...... mạch: ...... huyết áp: ...... nhịp thở: ......)",
        "Nghe tim, phổi bất thường",
    ];

    public static OfficialForm Of(VaccinationSession session, Booking booking, ListedPerson person, int dose, string unit) => new(
        new OfficialHead("", unit, $"{session.Code}, số {booking.Number}"), Paper.Upright, "PHIẾU KHÁM SÀNG LỌC TRƯỚC TIÊM CHỦNG",
        ["(Quyết định số 2995/QĐ-BYT ngày 18/06/2021 của Bộ Y tế)"],
        [
            new FormBlock.Paragraph($"Họ và tên: {person.FullName}. Giới tính: {Told(person.Sex)}. Ngày sinh: {Told(person.DateOfBirth)}."),
            new FormBlock.Paragraph($"Số CCCD/CMND, hộ chiếu: {Told(person.Passport.Length > 0 ? person.Passport : person.IdNumber)}. Điện thoại: {Told(person.Phone)}. Nơi ở: {Told(person.Hamlet)}."),
            .. person.Guardian.Length > 0 ? [new FormBlock.Paragraph($"Người giám hộ: {person.Guardian} {person.GuardianPhone}.")] : Array.Empty<FormBlock>(),
            new FormBlock.Paragraph(
                $"Mũi tiêm: {dose.ToString(CultureInfo.InvariantCulture)}. Vắc xin: {VaccineCatalogue.NameOf(session.Product)}. Ngày {Shown.Date(session.Day)}, {session.Place}."),
            .. person.Note.Length > 0 ? [new FormBlock.Paragraph($"Tiền sử đã khai: {person.Note}")] : Array.Empty<FormBlock>(),
            new FormBlock.Section("I. Khám sàng lọc"),
            new FormBlock.Table("Khám sàng lọc", Columns, [.. Asked.Select((words, i) => (string[])[$"{i + 1}", words, "", ""])]),
            new FormBlock.Section("II. Kết luận"),
            new FormBlock.Paragraph("☐ Đủ điều kiện tiêm ngay     ☐ Thận trọng khi tiêm     ☐ Trì hoãn     ☐ Chống chỉ định     ☐ Chuyển tiêm ở bệnh viện"),
            new FormBlock.Blanks(["Lý do:"]),
            new FormBlock.Section("III. Đồng ý tiêm chủng"),
            new FormBlock.Paragraph("Tôi đã được tư vấn về lợi ích, phản ứng có thể gặp và:  ☐ đồng ý tiêm     ☐ không đồng ý tiêm."),
            new FormBlock.Signatures(
            [
                new("NGƯỜI ĐƯỢC TIÊM HOẶC NGƯỜI GIÁM HỘ", "(ký, ghi rõ họ tên)"), new("NGƯỜI KHÁM SÀNG LỌC", "Hồi ...... giờ ......, ngày ....../....../......\n(ký, ghi rõ họ tên)"),
            ]),
        ]);

    private static string Told(string value) => value.Length > 0 ? value : "................";
}
