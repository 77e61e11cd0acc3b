using XacThuc.Platform.Certificates.Issue;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Certificates;

/// <summary>Every refusal of the work with certificates.</summary>
internal static class CertificatesRefusals
{
    public static Refusal NoSigner { get; } = Refusal.Conflicting(
        "certificate.no_signer",
        "Hệ thống chưa có khóa ký chứng nhận còn hạn trên 12 tháng. Người vận hành đặt khóa mới vào thư mục certificates/signers.",
        "There is no key for certificates that is good for twelve months more. The operator puts a new one into the folder certificates/signers.");

    public static Refusal SignerFailed { get; } = Refusal.Conflicting(
        "certificate.signer_failed",
        "Thiết bị giữ khóa không ký được lúc này. Chưa cấp chứng nhận nào; thử lại sau, hoặc báo người vận hành kiểm tra thiết bị.",
        "The device that holds the key does not sign now. Nothing was issued; try again later, or have the operator look at the device.");

    public static Refusal NotThere { get; } = Refusal.NotThere(
        "certificate.not_there", "Chưa cấp chứng nhận nào cho hồ sơ này.", "No certificate was issued for this record.");

    public static Refusal NotYours { get; } = Refusal.NotThere(
        "certificate.not_yours", "Việc này không thuộc vai trò của tài khoản.", "This is not the work of your account's role.");

    public static Refusal NothingToConfirm { get; } = Refusal.NotAcceptable(
        "confirmation.nothing", "Không còn mũi tiêm nào chờ xác nhận trên các hồ sơ đã xác thực đúng.", "No dose of a record that is right waits to be confirmed.");

    public static Refusal ChangedMeanwhile { get; } = Refusal.Conflicting(
        "confirmation.changed", "Có mũi tiêm vừa được sửa hoặc đưa vào danh sách khác. Chưa lập danh sách nào; bấm lại.", "A dose was corrected or put on another list just now. No list was drawn up; press again.");

    public static Refusal NoConfirmation { get; } = Refusal.NotThere(
        "confirmation.not_there", "Không có danh sách này.", "There is no such list.");

    public static Refusal Signed { get; } = Refusal.Conflicting(
        "confirmation.signed", "Danh sách này đã ký rồi.", "This list is signed already.");

    public static Refusal Because(WhyNot why) => Refusal.NotAcceptable($"certificate.{why}", IssueTexts.SentenceOf(why).Vi, IssueTexts.SentenceOf(why).En);
}
