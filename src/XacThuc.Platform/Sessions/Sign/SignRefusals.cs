using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>Every refusal around the signature of a day.</summary>
internal static class SignRefusals
{
    public static Refusal MayNotSign { get; } = Refusal.NotAcceptable(
        "result.may_not_sign", "Chỉ UBND xã được ký kết quả buổi tiêm.", "Only the commune committee signs the results of a session.");

    public static Refusal NotClosed { get; } = Refusal.Conflicting(
        "result.not_closed", "Buổi tiêm chưa đóng, hoặc kết quả đã được ký.", "The session is not closed, or its results are signed already.");

    public static Refusal NoPair { get; } = Refusal.NotAcceptable(
        "signature.no_pair", "Chọn cả hai tệp: tài liệu và chữ ký .p7s đi kèm.", "Choose both files: the document and the .p7s signature that came with it.");

    public static Refusal TooLong { get; } = Refusal.NotAcceptable(
        "signature.too_long",
        "Tệp quá lớn: tài liệu tối đa 20 MB, chữ ký tối đa 200 kB. Kiểm tra bằng lệnh xacthuc verify-signature.",
        "The file is too long: 20 MB for a document and 200 kB for a signature at most. Use the command xacthuc verify-signature.");
}
