using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.PersonalCode;

/// <summary>Every refusal of personal codes.</summary>
internal static class CodeRefusals
{
    public static Refusal NeedsVNeId { get; } = Refusal.NotAcceptable(
        "code.needs_vneid", "Mã đầy đủ chỉ hiện khi chính chủ đăng nhập VNeID mức 2.", "The full code is shown only to the person, signed in with VNeID level 2.");

    public static Refusal Incomplete { get; } = Refusal.NotAcceptable(
        "code.incomplete", "Hồ sơ chưa có số định danh hoặc ngày sinh đọc được, nên chưa có mã QR cá nhân. Mang giấy tờ đến trạm y tế xã để bổ sung.",
        "The record has no number or date of birth that can be read, hence no personal code yet. Bring your papers to the health station to complete it.");
}
