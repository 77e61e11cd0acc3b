using System.Globalization;
using System.Text.Json;
using XacThuc.Certificates.Hcert;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Documents;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Certificates.Print;

/// <summary>
/// A certificate as people see it, on pages, paper and pictures alike: read from the text that was signed and from nowhere else. Eleven fields, by 5772/QĐ-BYT.
/// </summary>
internal static class ShownCertificate
{
    /// <summary>The proof of an issued certificate.</summary>
    public static ProofSheet Of(IssuedCertificate issued)
    {
        if (HcertMessage.TryRead(issued.Text, out var message) != HcertFault.None) throw new InvalidDataException("A certificate that the house issued cannot be read.");
        var says = message!.Claims.Certificate;
        var (name, entry) = (says.GetProperty("nam"), says.GetProperty("v")[0]);
        var product = VaccineCatalogue.Standard.Products.FirstOrDefault(one => one.Eu.Product.Equals(Text(entry, "mp"), StringComparison.Ordinal));
        return new ProofSheet(
            "BỘ Y TẾ · MINISTRY OF HEALTH OF VIET NAM", "CHỨNG NHẬN TIÊM CHỦNG COVID-19", "COVID-19 vaccination certificate", $"{Text(name, "fn")} {Text(name, "gn")}".Trim(), issued.Text,
            [
                new("Họ và tên trên hộ chiếu", "Name as in passports", $"{Text(name, "fnt")} {Text(name, "gnt")}".Trim().Replace('<', ' ')),
                new("Ngày sinh", "Date of birth", Day(Text(says, "dob"))),
                new("Quốc tịch", "Nationality", "Việt Nam / Viet Nam"),
                new("Bệnh", "Disease targeted", "COVID-19"),
                new("Số mũi đã tiêm", "Doses received", string.Create(CultureInfo.InvariantCulture, $"{entry.GetProperty("dn").GetInt32()} / {entry.GetProperty("sd").GetInt32()}")),
                new("Ngày tiêm mũi cuối", "Date of the last dose", Day(Text(entry, "dt"))),
                new("Vắc xin", "Vaccine", product?.Name ?? Text(entry, "vp")),
                new("Sản phẩm", "Product", Text(entry, "mp")),
                new("Nhà sản xuất", "Manufacturer", product?.Manufacturer ?? Text(entry, "ma")),
                new("Cơ quan cấp", "Issuer", Text(entry, "is")),
                new("Mã chứng nhận", "Certificate id", Text(entry, "ci")),
                new("Cấp ngày, có giá trị đến", "Issued, good until", $"{Shown.Date(issued.IssuedAt)} - {Shown.Date(issued.ExpiresAt)}"),
            ],
            [
                "Mã QR có chữ ký số: người kiểm tra quét bằng trang /verifier của hệ thống này, hoặc bằng ứng dụng đọc chứng nhận của châu Âu. So tên với giấy tờ tùy thân. Không đăng ảnh mã QR lên mạng.",
                "The QR code is digitally signed: it is checked with the page /verifier of this system or any reader of European certificates. Compare the name with an identity document. Do not post a picture of the code.",
            ]);
    }

    private static string Text(JsonElement part, string name) => part.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    // 2021-11-02, 2021-11 or 2021 as Vietnam writes it.
    private static string Day(string iso) => iso.Length == 0 ? "–" : string.Join('/', iso.Split('-').Reverse());
}
