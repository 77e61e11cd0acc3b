using System.Text;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;
using Xunit;

namespace XacThuc.Matching.Tests.Reading;

public sealed class ComposedTextTests
{
    [Theory]
    [InlineData("Nguye\u0302\u0303n Thi\u0323 My\u0303", "Nguyễn Thị Mỹ")]
    [InlineData("Hu\u031Bo\u031B\u0301ng", "Hướng")]
    [InlineData("VIE\u0323\u0302T", "VIỆT")]
    [InlineData("Đă\u0323ng", "Đặng")]
    [InlineData("C\u030Cerven", "C\u030Cerven")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("Lý Thị Mẩy", "Lý Thị Mẩy")]
    [InlineData("", "")]
    public void Marks_go_onto_the_letters_before_them(string written, string composed) => Assert.Equal(composed, ComposedText.Of(written));

    [Fact]
    public void A_hamlet_that_a_mac_wrote_is_the_one_that_others_wrote() =>
        Assert.Equal("Nà Pàn, Đồng Đăng", HamletReader.Read(Encoding.UTF8.GetBytes("Na\u0300 Pa\u0300n, Đo\u0302\u0300ng Đa\u0306ng"), NameEncoding.Unicode));
}
