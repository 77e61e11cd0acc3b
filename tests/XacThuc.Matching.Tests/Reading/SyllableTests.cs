using XacThuc.Matching.Reading.Legacy;
using Xunit;

namespace XacThuc.Matching.Tests.Reading;

public sealed class SyllableTests
{
    [Theory]
    [InlineData("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trương Trịnh")]
    [InlineData("Quách Triệu Nông Sầm Lộc Hứa Bế Giàng Páo Thạch Nguyệt Khuê Xuân Thuỷ Quỳnh Quyết Quốc Quới Quý Quí")]
    [InlineData("nghiêng giếng gì giữ gìn ghế kẹo khuya thuở hươu rượu khuỷu ngoằn xoong tuýp buýt hoặc yên ý")]
    [InlineData("hoà hòa thuý thúy hòang AN ÁNH ÍCH ỦY ƯỚC ƠN ÊM UYÊN OANH GIẶC GIƯỜNG Ðặng")]
    [InlineData("ba bác bách bai làm lan lang lanh lao pháp bát bàu bay bắc băm băn băng bắp bắt bậc tâm tân tầng tập")]
    [InlineData("tất lâu cây be béc kem ken keng keo kép két lê lếch đêm lên lênh nếp nết kêu đi kia kích tiếc tiêm")]
    [InlineData("tiên tiếng tiếp tiết tiêu tim tin tinh típ tít tíu cho cóc coi com con cong moóc xoong cóp cót hoa")]
    [InlineData("hoác hoạch hoài hoàm hoàn hoàng hoành ngoáo ngoáp hoạt hoay hoắc hoằm hoằn hoằng hoắt hoe hoen ngoèo")]
    [InlineData("xoẹt cô cốc côi côm côn công cốp cốt cơ cơi cơm cơn cớp cớt cu của cúc cúi cùm cun cùng cuốc cuối")]
    [InlineData("cuỗm cuốn cuồng cuốt cúp cút xuân khuâng xuất khuấy huê tuếch quên huênh thuở huy khuya huých huyên")]
    [InlineData("huyết tuyn huynh tuýp tuýt khuỷu tư tưa tức gửi hừm tưng bước tươi tươm tươn tương cướp tướt rượu")]
    [InlineData("bứt lưu ly yếm yên yểng yết yêu")]
    public void Words_of_names_and_with_every_rhyme_are_syllables(string words)
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
