using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Web.Tests.Shell;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("Lý Văn Quan", "Lý Văn Quân", "Lý Văn Qu[a]n", "Lý Văn Qu[â]n")]
    [InlineData("Nguyễn Thị Thuý", "Nguyễn Thị Thúy", "Nguyễn Thị Th[uý]", "Nguyễn Thị Th[úy]")]
    [InlineData("Trần Văn Nam", "Trần Văn Nam", "Trần Văn Nam", "Trần Văn Nam")]
    [InlineData("Hoàng Sơn", "Hoàng Văn Sơn", "Hoàng Sơn", "Hoàng[ Văn] Sơn")]
    [InlineData("020078763797", "020078763767", "0200787637[9]7", "0200787637[6]7")]
    [InlineData("", "Nam", "", "[Nam]")]
    public void What_differs_is_marked_letter_by_letter(string one, string other, string markedOne, string markedOther)
    {
        var difference = TextDifference.Between(one, other);

        Assert.Equal((markedOne, markedOther), (Marked(difference.One), Marked(difference.Other)));
    }

    [Fact]
    public void Where_hardly_anything_is_alike_all_is_marked()
    {
        var difference = TextDifference.Between("Nông Thị Mai", "020087100233");

        Assert.Equal(("[Nông Thị Mai]", "[020087100233]"), (Marked(difference.One), Marked(difference.Other)));
    }

    [Theory]
    [InlineData("Thuy\u0301", "Thuý")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("Nguyê\u0303n", "Nguyễn")]
    [InlineData("Hoàng\u00A0Sơn", "Hoàng Sơn")]
    public void How_a_letter_was_typed_makes_no_difference(string one, string other)
    {
        var difference = TextDifference.Between(one, other);

        Assert.Equal((one, other), (Marked(difference.One), Marked(difference.Other)));
    }

    [Theory]
    [InlineData("Lý Văn Quan", "Nông Thị Mai")]
    [InlineData("a\u0301b\u0323", "😀x😀")]
    public void The_pieces_together_are_the_whole_text(string one, string other)
    {
        var difference = TextDifference.Between(one, other);

        Assert.Equal((one, other), (Joined(difference.One), Joined(difference.Other)));
    }

    private static string Marked(IReadOnlyList<TextPiece> pieces) =>
        string.Concat(pieces.Select(piece => piece.Differs ? $"[{piece.Text}]" : piece.Text));

    private static string Joined(IReadOnlyList<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));
}
