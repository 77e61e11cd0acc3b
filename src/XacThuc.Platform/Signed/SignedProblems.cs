using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Signed;

/// <summary>Why a signed list is not believed. None of these changes anything.</summary>
internal static class SignedProblems
{
    public static Refusal Missing { get; } = Refusal.NotAcceptable(
        "signed.signature_missing",
        "Danh sách trả về không có chữ ký số. Chưa cập nhật gì; đề nghị công an ký rồi gửi lại.",
        "The list came back without a digital signature. Nothing was applied; ask the police to sign it and send it again.");

    public static Refusal UnknownKey { get; } = Refusal.NotAcceptable(
        "signed.signature_unknown",
        "Chữ ký số của danh sách bằng khoá không được biết hoặc không còn dùng. Chưa cập nhật gì; đề nghị công an ký lại.",
        "The list is signed with a key that is not known or no longer used. Nothing was applied; ask the police to sign it again.");

    public static Refusal Forged { get; } = Refusal.NotAcceptable(
        "signed.signature_wrong",
        "Chữ ký số không khớp với nội dung danh sách: danh sách đã bị sửa sau khi ký, hoặc chữ ký là giả. Chưa cập nhật gì; báo công an và người vận hành.",
        "The digital signature does not fit the list: it was altered after signing, or the signature is forged. Nothing was applied; tell the police and the operator.");

    public static Refusal Unreadable { get; } = Refusal.NotAcceptable(
        "signed.content",
        "Nội dung danh sách đã ký không đúng mẫu. Chưa cập nhật gì; nâng cấp hai bên lên cùng phiên bản rồi đề nghị công an ký lại.",
        "The signed list is not in the form agreed on. Nothing was applied; bring both houses to the same version and ask the police to sign again.");

    public static Refusal OtherList { get; } = Refusal.NotAcceptable(
        "signed.other_list",
        "Danh sách đã ký không phải danh sách đã gửi (khác dòng hoặc khác nội dung). Chưa cập nhật gì; đề nghị công an ký lại đúng danh sách.",
        "The signed list is not the one that was sent (other rows or other content). Nothing was applied; ask the police to sign the right one.");

    public static Refusal NotAwaited { get; } = Refusal.Conflicting(
        "signed.not_awaited",
        "Danh sách này không chờ chữ ký: đã có bản ký trước đó, hoặc chưa được gửi. Bản này không được dùng.",
        "This list awaits no signature: one has come already, or it was never sent. This one is not used.");

    /// <summary>What the police side is told.</summary>
    public static SignedListReceipt ToReceipt(this Refusal refusal) => new(false, refusal.Code, refusal.Sentence.Vi, refusal.Sentence.En);

    /// <summary>What it is told of a list that was taken.</summary>
    public static SignedListReceipt Taken { get; } = new(true, "", "", "");

    private static readonly Refusal[] All = [Missing, UnknownKey, Forged, Unreadable, OtherList, NotAwaited];

    /// <summary>The one of a code.</summary>
    public static Refusal? Find(string code) => Array.Find(All, one => one.Code.Equals(code, StringComparison.Ordinal));
}
