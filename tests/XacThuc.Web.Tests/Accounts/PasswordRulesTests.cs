using XacThuc.Web.Accounts.Passwords;
using Xunit;

namespace XacThuc.Web.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("bốn từ không liên quan")]
    [InlineData("correct horse battery staple")]
    [InlineData("chỉ có chữ thường thôi")]
    public void A_long_password_of_any_letters_is_fine(string password) =>
        Assert.Null(PasswordRules.FindFault(password, "tyt.06226"));

    [Theory]
    [InlineData("short", "12 ký tự")]
    [InlineData("Đã dài 11 kt", null)]
    [InlineData("Matkhau123456", "phổ biến")]
    [InlineData("Anh Yêu Em 12345", null)]
    [InlineData("anhyeuem123456", "phổ biến")]
    [InlineData("Password 2021 !!", "phổ biến")]
    [InlineData("aaaaaaaaaaaaaa", "phổ biến")]
    [InlineData("12341234123412", "phổ biến")]
    [InlineData("123456789012", "phổ biến")]
    [InlineData("abcdefghijklmn", "phổ biến")]
    [InlineData("trạm của TYT.06226 đây", "tên đăng nhập")]
    public void A_password_that_can_be_guessed_is_refused_and_says_why(string password, string? because)
    {
        var fault = PasswordRules.FindFault(password, "tyt.06226");

        if (because is null) Assert.Null(fault);
        else Assert.Contains(because, fault!.Value.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_for_once_keeps_the_rules_and_is_another_each_time()
    {
        var made = Enumerable.Range(0, 100).Select(_ => AccountPasswords.NewOneTime()).ToList();

        Assert.Equal(100, made.Distinct(StringComparer.Ordinal).Count());
        Assert.All(made, password => Assert.Null(PasswordRules.FindFault(password, "tyt.06226")));
    }
}
