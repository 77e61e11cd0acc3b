using XacThuc.Matching.Reading;
using Xunit;

namespace XacThuc.Matching.Tests.Reading;

public sealed class SyllableTests
{
    [Theory]
    [InlineData("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trương Trịnh")]
    [InlineData("Quách Triệu Nông Sầm Lộc Hứa Bế Giàng Páo Thạch Nguyệt Khuê Xuân Thuỷ Quỳnh Quyết Quốc Quới Quý Quí")]
    [InlineData("nghiêng giếng gì giữ gìn ghế kẹo khuya thuở hươu rượu khuỷu ngoằn xoong tuýp buýt hoặc yên ý")]
    [InlineData("hoà hòa thuý thúy hòang AN ÁNH ÍCH ỦY ƯỚC ƠN ÊM UYÊN OANH GIẶC GIƯỜNG Ðặng")]
    public void The_words_of_names_are_syllables(string words)
    {
        var no = words.Split(' ').Where(word => !Syllable.IsValid(word));

        Assert.Empty(no);
    }

    [Theory]
    [InlineData("Loc Phuc Lôc Bậch Hạck Mầt cap thìch")] // a final stop has the sharp or the heavy tone
    [InlineData("Nguyeãn NguyÔn Traàn Vaên Huøng Niê Bluê Brông Müller José ghanh kôn ngiêng cinh gêm")]
    [InlineData("Thụấn hoáà qa quo iêu yen nyên nghieeng nghiêngg x Ng gh ch Ă Â đ w Wa Fan Ja Za a1 - ' .")]
    [InlineData("Nguye\u0302\u0303n \0 \uD800 Hà\u0301 sang\u200B")]
    public void Other_words_are_not(string words)
    {
        var yes = words.Split(' ').Where(Syllable.IsValid);

        Assert.Empty(yes);
    }

    [Fact]
    public void The_empty_word_is_no_syllable()
    {
        Assert.False(Syllable.IsValid(""));
    }

    [Fact]
    public void Case_does_not_matter()
    {
        foreach (var syllable in Names.Syllables())
        {
            Assert.True(Syllable.IsValid(syllable));
            Assert.True(Syllable.IsValid(syllable.ToLowerInvariant()));
        }
    }
}
