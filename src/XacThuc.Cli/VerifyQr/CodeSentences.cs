using XacThuc.Certificates.Codes;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.VerifyQr;

/// <summary>Verdicts and reasons in words.</summary>
internal static class CodeSentences
{
    /// <summary>What it is.</summary>
    public static Bilingual Of(CodeKind kind) => kind switch
    {
        CodeKind.Hcert => new("chứng nhận theo định dạng châu Âu", "certificate in the European format"),
        CodeKind.SmartHealthCard => new("thẻ SMART Health Card", "SMART Health Card"),
        CodeKind.CitizenCard => new("căn cước công dân", "citizen card"),
        CodeKind.IdNotice => new("thông báo số định danh cá nhân", "notice of the personal id number"),
        CodeKind.InsuranceCard => new("thẻ bảo hiểm y tế", "health insurance card"),
        CodeKind.PersonalQr => new("mã QR cá nhân", "personal QR code"),
        _ => new("mã khác", "another code"),
    };

    /// <summary>What it is worth.</summary>
    public static Bilingual Of(Verdict verdict) => verdict switch
    {
        Verdict.Genuine => new("THẬT, còn giá trị.", "GENUINE and good."),
        Verdict.RuleNotMet => new("THẬT, nhưng không đạt quy định.", "GENUINE, but a rule is not met."),
        Verdict.CannotKnow => new("CHƯA BIẾT được.", "CANNOT KNOW."),
        Verdict.NotGenuine => new("KHÔNG THẬT.", "NOT GENUINE."),
        _ => new("Không phải chứng nhận.", "No certificate."),
    };

    /// <summary>Why.</summary>
    public static Bilingual Of(CheckReason reason) => reason switch
    {
        CheckReason.NotBase45 => new("Chữ của mã bị hỏng.", "The text of the code is damaged."),
        CheckReason.NotCompressed => new("Nội dung nén bị hỏng.", "What is compressed in it is damaged."),
        CheckReason.TooLarge => new("Lớn hơn mọi chứng nhận.", "It is larger than any certificate."),
        CheckReason.NotSigned => new("Không có chữ ký đúng dạng.", "It is no signed message."),
        CheckReason.NoAlgorithm => new("Không ghi thuật toán ký được chấp nhận.", "It names no algorithm that is accepted."),
        CheckReason.NotReadable => new("Không đọc được nội dung.", "What it says cannot be read."),
        CheckReason.NoCertificate => new("Nội dung được ký không phải chứng nhận.", "What was signed is no certificate."),
        CheckReason.KeyUnknown => new("Khoá của nơi cấp không có trong danh sách tin cậy.", "Its issuer's key is not on the list."),
        CheckReason.KeyOfAnotherKind => new("Thuật toán ghi trong mã không hợp với khoá.", "The algorithm that it names does not fit the key."),
        CheckReason.SignatureWrong => new("Chữ ký sai: nội dung đã bị sửa, hoặc người khác ký.", "The signature is wrong: something was changed, or somebody else signed."),
        CheckReason.KeyMayNotSignThis => new("Khoá này không được ký loại chứng nhận này.", "The key may not sign such a certificate."),
        CheckReason.KeyOutOfTime => new("Khoá không có hiệu lực lúc ký.", "The key was not good when it signed."),
        CheckReason.Revoked => new("Nơi cấp đã thu hồi.", "Its issuer took it back."),
        CheckReason.NotOfSchema => new("Nội dung không theo lược đồ của phiên bản.", "It is not as its schema says."),
        CheckReason.NotYet => new("Chưa tới ngày có hiệu lực.", "It is not good yet."),
        CheckReason.Over => new("Đã hết hạn.", "It is over."),
        CheckReason.SampleInTheFuture => new("Giờ lấy mẫu ở tương lai.", "The sample is said to be taken in the future."),
        CheckReason.TestPositive => new("Kết quả xét nghiệm dương tính.", "The test found the disease."),
        CheckReason.RuleNotMet => new("Không đạt quy định của nơi đến.", "A rule of the country is not met."),
        CheckReason.RuleUnanswered => new("Có quy định không trả lời được.", "A rule of the country comes to no answer."),
        CheckReason.Unsigned => new("Không ai ký: chỉ là điều được ghi.", "Nobody signed it: it is what somebody wrote."),
        CheckReason.PartOfSeveral => new("Đây là một phần của thẻ chia thành nhiều mã; không ghép được ở đây.", "It is one of several codes that are one card only together; they are not joined here."),
    };
}
