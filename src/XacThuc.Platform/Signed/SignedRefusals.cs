using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Signed;

/// <summary>Every refusal of a document's signature, or of the minutes that stand for it.</summary>
internal static class SignedRefusals
{
    /// <summary>Code of a signature that is not right.</summary>
    public const string SignatureCode = "result.signature";

    public static Refusal NoFile { get; } = Refusal.NotAcceptable(
        "result.no_file", "Chọn tệp chữ ký .p7s đi kèm tệp kết quả đã tải.", "Choose the .p7s signature of the results that were downloaded.");

    public static Refusal NoMinutes { get; } = Refusal.NotAcceptable(
        "result.no_minutes",
        "Ghi họ tên chủ tịch đã ký và đưa bản quét biên bản (PDF, JPG, PNG).",
        "Name the chairman who signed, and bring the scanned minutes (PDF, JPG, PNG).");

    public static Refusal NotASample { get; } = Refusal.NotAcceptable(
        "result.not_a_sample", "Chứng thư mẫu chỉ dùng được ở hệ thống mẫu.", "Sample certificates serve in the sample only.");

    public static Refusal NoTrust(Bilingual why) => Refusal.Conflicting("result.no_trust", why.Vi, why.En);

    public static Refusal NotRight(Bilingual why) => Refusal.NotAcceptable(SignatureCode, why.Vi, why.En);
}
