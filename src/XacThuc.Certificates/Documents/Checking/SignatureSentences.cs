using XacThuc.Matching.Texts;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>What a check comes to, in one sentence that says what to do.</summary>
public static class SignatureSentences
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The sentence; times are Vietnam's.</summary>
    public static Bilingual Of(SignatureCheck check) => check.Match(
        right: Right,
        altered: _ => new Bilingual(
            "KHÔNG đúng: tài liệu hoặc chữ ký đã bị thay đổi sau khi ký. Không dùng tài liệu này; xin lại bản gốc.",
            "NOT right: the document or the signature was changed after signing. Do not use it; ask for the original."),
        notASignature: _ => new Bilingual(
            "Không phải chữ ký số rời CAdES của một người ký. Chọn đúng tệp .p7s đi kèm tài liệu.",
            "Not a detached CAdES signature by one signer. Choose the .p7s file that came with the document."),
        untrustedIssuer: it => new Bilingual(
            $"KHÔNG tin được: nơi cấp chứng thư số \"{it.Issuer}\" không có trong danh sách được tin. Không dùng tài liệu này trước khi xác minh nơi cấp.",
            $"NOT trusted: the certificate's issuer \"{it.Issuer}\" is not among those trusted. Do not use the document before the issuer is verified."),
        expired: it => new Bilingual(
            $"KHÔNG có giá trị: {Who(it.Signer)} ký khi chứng thư số đã hết hạn từ {Time(it.Since)}. Yêu cầu gia hạn và ký lại.",
            $"NOT valid: {Who(it.Signer)} signed when the certificate had expired, {Time(it.Since)}. Ask for a renewal and a new signature."),
        notYetValid: it => new Bilingual(
            $"KHÔNG có giá trị: {Who(it.Signer)} ký khi chứng thư số chưa có hiệu lực (từ {Time(it.From)}). Kiểm tra đồng hồ máy ký và yêu cầu ký lại.",
            $"NOT valid: {Who(it.Signer)} signed before the certificate was valid ({Time(it.From)}). Have the signer's clock checked and ask for a new signature."),
        revoked: it => new Bilingual(
            $"KHÔNG có giá trị: chứng thư số của {Who(it.Signer)} đã bị thu hồi lúc {Time(it.At)}. Yêu cầu ký lại bằng chứng thư số còn hiệu lực.",
            $"NOT valid: the certificate of {Who(it.Signer)} was revoked at {Time(it.At)}. Ask for a new signature with a valid one."),
        wrongKeyUsage: it => new Bilingual(
            $"KHÔNG có giá trị: chứng thư số của {Who(it.Signer)} không được cấp để ký tài liệu. Yêu cầu ký lại bằng chứng thư số đúng mục đích.",
            $"NOT valid: the certificate of {Who(it.Signer)} was not issued for signing documents. Ask for a new signature with one that was."),
        algorithmNotAllowed: _ => new Bilingual(
            "KHÔNG tin được: chữ ký hoặc chứng thư số dùng thuật toán đã yếu (như SHA-1, RSA dưới 2048 bit). Yêu cầu ký lại.",
            "NOT trusted: the signature or a certificate rests on weak algorithms (such as SHA-1, RSA under 2048 bits). Ask for a new signature."),
        signingTimeInTheFuture: it => new Bilingual(
            $"KHÔNG có giá trị: {Who(it.Signer)} ghi giờ ký {Time(it.Signer.SignedAt)}, sau thời điểm kiểm tra. Kiểm tra đồng hồ của cả hai máy.",
            $"NOT valid: {Who(it.Signer)} signed at {Time(it.Signer.SignedAt)}, later than the time of the check. Check the clocks of both machines."));

    private static Bilingual Right(SignatureCheck.Right it)
    {
        var (vi, en) = it.Revocation switch
        {
            RevocationKnowledge.NotRevoked => ("chứng thư số không bị thu hồi", "the certificate is not revoked"),
            RevocationKnowledge.ListTooOld => ("danh sách thu hồi đã cũ, chưa chắc chứng thư số còn hiệu lực", "the revocation list is old and may not tell all"),
            RevocationKnowledge.NoList => ("chưa kiểm tra thu hồi vì thiếu danh sách của nơi cấp", "revocation was not checked: an issuer's list is missing"),
        };
        return new(
            $"Đúng: {Who(it.Signer)} ký lúc {Time(it.Signer.SignedAt)}; số chứng thư {it.Signer.Holder.Serial} do \"{it.Signer.Holder.Issuer}\" cấp; {vi}.",
            $"Right: signed by {Who(it.Signer)} at {Time(it.Signer.SignedAt)}; certificate {it.Signer.Holder.Serial} issued by \"{it.Signer.Holder.Issuer}\"; {en}.");
    }

    private static string Who(Signer signer) =>
        signer.Holder.Organisation is { } organisation ? $"{signer.Holder.CommonName} ({organisation})" : signer.Holder.CommonName;

    private static string Time(DateTimeOffset time) => time.ToOffset(Vietnam).ToString("HH:mm:ss dd/MM/yyyy");
}
