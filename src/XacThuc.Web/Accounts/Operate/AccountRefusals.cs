using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts.Operate;

/// <summary>Why an operator's change of an account is not done.</summary>
internal static class AccountRefusals
{
    public static Refusal NotThere { get; } =
        Refusal.NotThere("account.not_there", "Không có tài khoản này.", "There is no such account.");

    public static Refusal NoSuchUnit { get; } = Refusal.NotThere(
        "account.no_such_unit", "Không có đơn vị này, hoặc đơn vị không có vai trò đó.", "There is no such unit, or it does not have that role.");

    public static Refusal NameTaken { get; } = Refusal.Conflicting(
        "account.name_taken", "Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.", "This user name is taken. Choose another.");

    public static Refusal NameMalformed { get; } = Refusal.NotAcceptable(
        "account.name_malformed",
        "Tên đăng nhập gồm 3 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối.",
        "A user name has 3 to 40 letters without marks, digits, dots or hyphens.");

    public static Refusal FullNameMissing { get; } = Refusal.NotAcceptable(
        "account.full_name_missing", "Hãy nhập họ tên của người dùng, tối đa 100 ký tự.", "Enter the person's name, at most 100 characters.");

    public static Refusal Own { get; } = Refusal.Conflicting(
        "account.own",
        "Không thể tự làm việc này với tài khoản của mình: nhờ người vận hành khác.",
        "This cannot be done to one's own account: ask another operator.");
}
