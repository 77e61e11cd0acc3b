using System.Reflection;
using System.Text.Json;
using XacThuc.Cli.Report;
using XacThuc.Cli.Report.Texts;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using Xunit;

namespace XacThuc.Cli.Tests.Report;

public sealed class ReportTextsTests
{
    public static TheoryData<Reason> EveryReason => [.. Enum.GetValues<Reason>()];

    [Theory]
    [MemberData(nameof(EveryReason))]
    public void Every_reason_is_said_in_both_languages(Reason reason)
    {
        AssertSaid(ReasonTexts.Of(reason));
    }

    [Fact]
    public void No_two_reasons_are_said_alike()
    {
        var texts = Enum.GetValues<Reason>().Select(ReasonTexts.Of).ToList();

        Assert.Distinct(texts.Select(text => text.Vi), StringComparer.Ordinal);
        Assert.Distinct(texts.Select(text => text.En), StringComparer.Ordinal);
    }

    [Fact]
    public void The_file_of_reasons_has_no_text_for_a_reason_that_is_none()
    {
        using var file = typeof(ReasonTexts).Assembly.GetManifestResourceStream("reasons.json")!;
        using var texts = JsonDocument.Parse(file);

        var codes = texts.RootElement.EnumerateObject().Select(text => text.Name);

        Assert.Equal(Enum.GetValues<Reason>().Select(Reasons.Code), codes, StringComparer.Ordinal);
    }

    [Fact]
    public void Every_text_of_the_report_is_said_in_both_languages()
    {
        var texts = typeof(ReportTexts).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (Bilingual)field.GetValue(null)!)
            .Concat(Enum.GetValues<RecordStatus>().Select(ReportTexts.Of))
            .Concat(Enum.GetValues<RecordStatus>().Select(ReportTexts.Meaning))
            .Concat(Enum.GetValues<MandatoryField>().Select(ReportTexts.Of))
            .Concat(Enum.GetValues<FieldVerdict>().Select(ReportTexts.Of))
            .Concat(Enum.GetValues<SuggestionBand>().Select(ReportTexts.Of));

        Assert.All(texts, AssertSaid);
    }

    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(999, "999", "999")]
    [InlineData(1_234_567, "1.234.567", "1,234,567")]
    public void Counts_are_grouped_as_each_language_does(long count, string vi, string en)
    {
        Assert.Equal(new Bilingual(vi, en), Figure.Count(count));
    }

    [Theory]
    [InlineData(0, 5, "0%", "0%")]
    [InlineData(5, 5, "100%", "100%")]
    [InlineData(1, 3, "33,3%", "33.3%")]
    [InlineData(1, 1_000_000, "<0,1%", "<0.1%")]
    [InlineData(999_999, 1_000_000, ">99,9%", ">99.9%")]
    [InlineData(0, 0, "–", "–")]
    public void A_share_is_never_said_to_be_nothing_or_all_unless_it_is(long part, long whole, string vi, string en)
    {
        Assert.Equal(new Bilingual(vi, en), Figure.Share(part, whole));
    }

    [Theory]
    [InlineData(0.284, "0,28 giây", "0.28 s")]
    [InlineData(42, "42 giây", "42 s")]
    [InlineData(83, "1 phút 23 giây", "1 min 23 s")]
    [InlineData(7_500, "2 giờ 5 phút", "2 h 5 min")]
    public void A_duration_is_said_as_exactly_as_it_matters(double seconds, string vi, string en)
    {
        Assert.Equal(new Bilingual(vi, en), Figure.Duration(TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void A_moment_is_shown_in_the_time_of_Vietnam()
    {
        var moment = Figure.Moment(new DateTimeOffset(2021, 12, 31, 18, 30, 0, TimeSpan.Zero));

        Assert.Equal(new Bilingual("01:30 ngày 01/01/2022 (giờ Việt Nam)", "1 January 2022, 01:30 (Vietnam time)"), moment);
    }

    private static void AssertSaid(Bilingual text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text.Vi));
        Assert.False(string.IsNullOrWhiteSpace(text.En));
        Assert.NotEqual(text.Vi, text.En, StringComparer.Ordinal);
    }
}
