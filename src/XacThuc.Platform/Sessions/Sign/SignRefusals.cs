using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>Every refusal around the signature of a day.</summary>
internal static class SignRefusals
{
    /// <summary>Code of a signature that is not right.</summary>
    public const string SignatureCode = "result.signature";

    public static Refusal MayNotSign { get; } = Refusal.NotAcceptable(
        "result.may_not_sign", "Chỉ UBND xã được ký kết quả buổi tiêm.", "Only the commune committee signs the results of a session.");

    public static Refusal NotClosed { get; } = Refusal.Conflicting(
        "result.not_closed", "Buổi tiêm chưa đóng, hoặc kết quả đã được ký.", "The session is not closed, or its results are signed already.");

    public static Refusal NoFile { get; } = Refusal.NotAcceptable(
        "result.no_file", "Chọn tệp chữ ký .p7s đi kèm tệp kết quả đã tải.", "Choose the .p7s signature of the results that were downloaded.");

    public static Refusal NoPair { get; } = Refusal.NotAcceptable(
        "signature.no_pair", "Chọn cả hai tệp: tài liệu và chữ ký .p7s đi kèm.", "Choose both files: the document and the .p7s signature that came with it.");

    public static Refusal TooLong { get; } = Refusal.NotAcceptable(
        "signature.too_long",
        "Tệp quá lớn: tài liệu tối đa 20 MB, chữ ký tối đa 200 kB. Kiểm tra bằng lệnh xacthuc verify-signature.",
        "The file is too long: 20 MB for a document and 200 kB for a signature at most. Use the command xacthuc verify-signature.");

    public static Refusal NoMinutes { get; } = Refusal.NotAcceptable(
        "result.no_minutes",
        "Ghi họ tên chủ tịch đã ký và đưa bản quét biên bản (PDF, JPG, PNG).",
        "Name the chairman who signed, and bring the scanned minutes (PDF, JPG, PNG).");

    public static Refusal NotASample { get; } = Refusal.NotAcceptable(
        "result.not_a_sample", "Chứng thư mẫu chỉ dùng được ở hệ thống mẫu.", "Sample certificates serve in the sample only.");

    public static Refusal NoTrust(Bilingual why) => Refusal.Conflicting("result.no_trust", why.Vi, why.En);

    public static Refusal NotRight(Bilingual why) => Refusal.NotAcceptable(SignatureCode, why.Vi, why.En);
}
