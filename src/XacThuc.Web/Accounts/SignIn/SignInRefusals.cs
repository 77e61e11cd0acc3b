using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>Why somebody is not let in. Nothing tells which names there are.</summary>
internal static class SignInRefusals
{
    public static Refusal NotRight { get; } = Refusal.NotAcceptable(
        "sign_in.not_right",
        "Tên đăng nhập hoặc mật khẩu không đúng. Sau 10 lần sai liên tiếp, tài khoản bị khóa 15 phút.",
        "User name or password is not right. After 10 wrong tries in a row an account is locked for 15 minutes.");

    public static Refusal CodeNotRight { get; } = Refusal.NotAcceptable(
        "sign_in.code_not_right",
        "Mã không đúng hoặc đã dùng rồi. Chờ mã mới trên điện thoại rồi nhập lại; sau 10 lần sai, tài khoản bị khóa 15 phút.",
        "The code is not right or was used already. Wait for the next one on your phone; after 10 wrong tries an account is locked for 15 minutes.");

    public static Refusal TooLate { get; } = Refusal.Conflicting(
        "sign_in.too_late",
        "Đã quá 5 phút từ lúc nhập mật khẩu. Hãy đăng nhập lại.",
        "More than 5 minutes have passed since the password. Sign in again.");

    public static Refusal PasskeyNotRight { get; } = Refusal.NotAcceptable(
        "sign_in.passkey_not_right",
        "Khóa truy cập này không mở được tài khoản nào. Hãy đăng nhập bằng mật khẩu.",
        "This passkey opens no account. Sign in with your password.");
}
