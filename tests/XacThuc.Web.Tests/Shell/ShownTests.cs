using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Web.Tests.Shell;

public sealed class ShownTests
{
    private static readonly DateTimeOffset Now = new(2021, 11, 24, 1, 0, 0, TimeSpan.Zero);

    public ShownTests() => Speech.Language = Language.Vietnamese;

    [Fact]
    public void A_moment_is_shown_in_the_time_of_Viet_Nam()
    {
        var late = new DateTimeOffset(2021, 11, 24, 17, 30, 0, TimeSpan.Zero);

        Assert.Equal(("25/11/2021 00:30", "25/11/2021"), (Shown.Moment(late), Shown.Date(late)));
        Assert.Equal("Thứ Năm, 25/11/2021", Shown.Weekday(late));
    }

    [Theory]
    [InlineData(1950, 9, 2, "02/09/1950")]
    [InlineData(1950, 9, 0, "09/1950")]
    [InlineData(1950, 0, 0, "1950")]
    public void A_date_is_shown_as_far_as_it_is_known(int year, int month, int day, string shown)
    {
        Assert.True(PartialDate.TryCreate(year, month, day, out var date));

        Assert.Equal(shown, Shown.Date(date));
    }

    [Fact]
    public void Numbers_are_grouped_as_the_reader_is_used_to()
    {
        var vietnamese = (Shown.Number(1_234_567), Shown.Percent(0.125));
        Speech.Language = Language.English;
        var english = (Shown.Number(1_234_567), Shown.Percent(0.125));

        Assert.Equal(("1.234.567", "12,5 %"), vietnamese);
        Assert.Equal(("1,234,567", "12.5%"), english);
    }

    [Theory]
    [InlineData(99_999, 100_000, "99,9 %")]
    [InlineData(1, 100_000, "0,1 %")]
    [InlineData(100_000, 100_000, "100 %")]
    [InlineData(0, 100_000, "0 %")]
    [InlineData(0, 0, "–")]
    public void Only_all_is_a_hundred_percent_and_only_nothing_is_none(long part, long whole, string shown)
    {
        Assert.Equal(shown, Shown.Percent(part, whole));
    }

    [Theory]
    [InlineData("020078763797", "020••••••797")]
    [InlineData("080123456", "080•••456")]
    [InlineData("1234", "••••")]
    public void Of_a_number_only_the_ends_are_told(string number, string shown)
    {
        Assert.Equal(shown, Shown.Masked(number));
    }

    [Theory]
    [InlineData(7 * 60, "còn 7 giờ", Tone.Waiting)]
    [InlineData(5, "còn 5 phút", Tone.Waiting)]
    [InlineData(3 * 24 * 60, "còn 3 ngày", Tone.Plain)]
    [InlineData(-120, "quá hạn 2 giờ", Tone.Late)]
    public void Time_left_is_told_in_its_largest_unit_and_grows_pressing(int minutes, string shown, Tone tone)
    {
        var due = Now.AddMinutes(minutes);

        Assert.Equal((shown, tone), (Shown.Left(due, Now), Shown.Urgency(due, Now)));
    }

    [Fact]
    public void Weights_have_a_sign_and_the_languages_mark()
    {
        Speech.Language = Language.Vietnamese;
        Assert.Equal(["+4,5", "-10,7", "0,0"], [Shown.Bits(4.51), Shown.Bits(-10.7), Shown.Bits(0.01)]);

        Speech.Language = Language.English;
        Assert.Equal("+4.5", Shown.Bits(4.51));
    }
}
