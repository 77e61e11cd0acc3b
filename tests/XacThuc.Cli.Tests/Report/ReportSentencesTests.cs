using XacThuc.Cli.Report;
using XacThuc.Cli.Report.Texts;
using XacThuc.Matching;
using Xunit;

namespace XacThuc.Cli.Tests.Report;

public sealed class ReportSentencesTests
{
    [Theory]
    [InlineData(0, 0, 0, "The file has no records.")]
    [InlineData(3, 1, 1, "Of 5 records, 3 are right, 1 wrong and 1 not comparable.")]
    [InlineData(670, 250, 80, "Of every 100 records 67 are right, 25 wrong and 8 not comparable.")]
    [InlineData(334, 333, 333, "Of every 100 records 34 are right, 33 wrong and 33 not comparable.")]
    [InlineData(1000, 0, 0, "Of every 100 records 100 are right, 0 wrong and 0 not comparable.")]
    [InlineData(9_999, 1, 0, "Of 10,000 records, 9,999 are right, 1 wrong and 0 not comparable.")]
    public void The_outcome_is_said_in_plain_words(int right, int wrong, int notComparable, string sentence)
    {
        var run = GivenRun.Of(Counted(right, wrong, notComparable));

        var outcome = ReportSentences.Outcome(run).En.Replace('\u00a0', ' ');

        Assert.Equal(sentence, outcome);
    }

    [Fact]
    public void A_run_without_a_wrong_field_names_no_worst_field()
    {
        Assert.Null(ReportSentences.MostWrong(GivenRun.Of(Counted(10, 0, 0))));
    }

    [Fact]
    public void The_commonest_reason_is_never_a_mere_remark()
    {
        var counts = Counted(0, 1, 0);
        var right = new Comparison(
            RecordStatus.Matched, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right,
            Reason.IdOldNumber);
        for (var i = 0; i < 9; i++) counts.Add(right, 1);

        var most = ReportSentences.MostWrong(GivenRun.Of(counts));

        Assert.Equal("Most often wrong: full name (1 records). Commonest reason: another tone in the name (1).", most?.En);
    }

    private static RunTally Counted(int right, int wrong, int notComparable)
    {
        var counts = new RunTally();
        Add(right, RecordStatus.Matched, FieldVerdict.Right, Reasons.None);
        Add(wrong, RecordStatus.Mismatched, FieldVerdict.Wrong, Reason.NameTone);
        Add(notComparable, RecordStatus.Unauthenticated, FieldVerdict.NotCompared, Reason.IdMissing);
        return counts;

        void Add(int records, RecordStatus status, FieldVerdict name, Reasons reasons)
        {
            var comparison = new Comparison(status, name, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right, reasons);
            for (var i = 0; i < records; i++) counts.Add(comparison, RunTally.NoCommune);
        }
    }
}
