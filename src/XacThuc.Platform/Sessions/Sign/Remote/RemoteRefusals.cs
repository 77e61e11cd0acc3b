using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>Every refusal around signing at a service.</summary>
internal static class RemoteRefusals
{
    public static Refusal NotSetUp { get; } = Refusal.NotAcceptable(
        "remote.not_set_up", "Hệ thống này chưa kết nối dịch vụ ký số từ xa.", "This house is connected to no remote signing service.");

    public static Refusal NoUser { get; } = Refusal.NotAcceptable(
        "remote.no_user", "Ghi mã người dùng của người ký ở dịch vụ ký số từ xa.", "Say the signer's user id at the remote signing service.");

    public static Refusal AskedAlready { get; } = Refusal.Conflicting(
        "remote.asked",
        "Đang chờ xác nhận cho kết quả này. Xác nhận trên điện thoại, hoặc dừng chờ rồi yêu cầu lại.",
        "A confirmation of these results is waited for. Confirm on the phone, or stop waiting and ask again.");

    /// <summary>The certificate would not be believed.</summary>
    public static Refusal NotBelieved(Bilingual why) => Refusal.NotAcceptable("remote.certificate", why.Vi, why.En);

    /// <summary>A problem as a refusal.</summary>
    public static Refusal Of(RemoteProblem problem) => problem switch
    {
        RemoteProblem.None => throw new ArgumentOutOfRangeException(nameof(problem)),
        RemoteProblem.Unreachable => Conflicting(
            "unreachable",
            "Dịch vụ ký số từ xa không trả lời. Chưa ký gì; thử lại sau ít phút, hoặc ký bằng USB token.",
            "The remote signing service does not answer. Nothing was signed; try again in some minutes, or sign with a token."),
        RemoteProblem.NotLetIn => Conflicting(
            "not_let_in",
            "Dịch vụ ký số từ xa không nhận hệ thống này. Báo người vận hành kiểm tra tệp remote-signing.json.",
            "The remote signing service does not let this house in. Tell the operator to look at remote-signing.json."),
        RemoteProblem.NotUnderstood => Conflicting(
            "not_understood",
            "Dịch vụ ký số từ xa trả lời không đúng chuẩn, nên không nhận gì. Báo người vận hành; trong lúc chờ, ký bằng USB token.",
            "The remote signing service's answer is not what the standard says, so nothing was taken. Tell the operator; meanwhile sign with a token."),
        RemoteProblem.Refused => Conflicting(
            "refused",
            "Dịch vụ ký số từ xa từ chối ký. Xem thông báo trong ứng dụng của dịch vụ, rồi thử lại.",
            "The remote signing service refused. See what its app says, then try again."),
        RemoteProblem.NoCredential => NotAcceptable(
            "no_credential",
            "Dịch vụ không có chứng thư số nào dùng được của người dùng này. Kiểm tra mã người dùng, hoặc liên hệ nơi cấp.",
            "The service has no certificate of this user that can sign. Check the user id, or ask the issuer."),
        RemoteProblem.NotOffered => NotAcceptable(
            "not_offered",
            "Chứng thư số này phải xác nhận trên trang web của dịch vụ; hệ thống chưa hỗ trợ cách đó. Ký bằng USB token.",
            "This certificate is confirmed on a page of the service, which this house does not offer. Sign with a token."),
        RemoteProblem.WrongSecret => NotAcceptable(
            "wrong_secret",
            "Mã PIN hoặc mã một lần không đúng. Nhập lại; sai nhiều lần thì dịch vụ khoá chứng thư số.",
            "The PIN or the one-time code is wrong. Type it again; the service locks the certificate after several wrong ones."),
        RemoteProblem.Locked => Conflicting(
            "locked",
            "Chứng thư số đang bị khoá ở dịch vụ. Liên hệ nơi cấp để mở khoá.",
            "The certificate is locked at the service. Ask the issuer to unlock it."),
        RemoteProblem.Declined => Conflicting(
            "declined", "Người ký đã từ chối trên điện thoại. Kết quả chưa được ký.", "The signer declined on the phone. The results are not signed."),
        RemoteProblem.TimedOut => Conflicting(
            "timed_out",
            "Hết thời gian chờ mà người ký chưa xác nhận. Kết quả chưa được ký; yêu cầu lại khi người ký sẵn sàng.",
            "The signer did not confirm in time. The results are not signed; ask again when the signer is ready."),
        RemoteProblem.Interrupted => Conflicting(
            "interrupted",
            "Hệ thống bị dừng trong lúc chờ xác nhận nên không biết người ký đã trả lời gì. Kết quả chưa được ký; yêu cầu lại.",
            "The house was stopped while it waited, so that the signer's answer is not known. The results are not signed; ask again."),
        RemoteProblem.WrongSignature => Conflicting(
            "wrong_signature",
            "Dịch vụ trả về một chữ ký không phải của kết quả này bằng chứng thư số này; không nhận. Báo người vận hành và nơi cấp.",
            "What the service gave is no signature of these results by this certificate; it was not taken. Tell the operator and the issuer."),
        RemoteProblem.Superseded => Conflicting(
            "superseded",
            "Trong lúc chờ, kết quả đã được ký bằng cách khác hoặc đã lập bản mới. Chữ ký từ xa không được dùng.",
            "While it was waited for, the results were signed in another way or drawn up anew. The remote signature was not used."),
        RemoteProblem.Stopped => Conflicting(
            "stopped", "Đã dừng chờ. Nếu điện thoại còn hỏi, hãy từ chối.", "Waiting was stopped. If the phone still asks, decline."),
    };

    private static Refusal Conflicting(string code, string vi, string en) => Refusal.Conflicting($"remote.{code}", vi, en);

    private static Refusal NotAcceptable(string code, string vi, string en) => Refusal.NotAcceptable($"remote.{code}", vi, en);
}
