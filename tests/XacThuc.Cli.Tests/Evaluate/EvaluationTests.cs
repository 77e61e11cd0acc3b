using XacThuc.Cli.Evaluate;
using Xunit;

namespace XacThuc.Cli.Tests.Evaluate;

public sealed class EvaluationTests
{
    // Ten records: a-c right, one of them missed; d-i damaged, one of them wrongly matched; j a stranger.
    private const string Truth = GivenJudgement.TruthHeading + """
        a,001000000001,matched,
        b,001000000002,matched,
        c,001000000003,matched,
        d,001000000004,other,dob.year
        e,001000000005,mismatched,dob.year;sex
        f,001000000006,other,sex
        g,001000000007,other,name.letter
        h,001000000008,unauthenticated,id.none
        i,001000000009,other,sex
        j,,other,stranger

        """;

    private const string Results = GivenJudgement.ResultsHeading + """
        j,mismatched,wrong,wrong,wrong,wrong,
        a,matched,right,right,right,right,
        b,matched,right,right,right,right,
        c,mismatched,wrong,right,right,right,
        d,mismatched,right,right,wrong,right,dob.year
        e,mismatched,right,wrong,wrong,right,
        f,mismatched,right,wrong,right,right,
        g,invalid,unreadable,right,right,right,
        h,unauthenticated,not_compared,not_compared,not_compared,missing,
        i,matched,right,right,right,right,

        """;

    // c and d right first, e right second, f right sixth, g without any, h right first but unsure; j nearly sure.
    private const string Suggestions = GivenJudgement.SuggestionsHeading + """
        c,1,001000000003,0.9995,
        d,1,001000000004,0.995,
        d,2,001000000099,0.004,
        e,1,001000000098,0.93,
        e,2,001000000005,0.06,
        f,1,001000000097,0.4,
        f,6,001000000006,0.1,
        h,1,001000000008,0.62,
        j,1,001000000001,0.991,

        """;

    [Fact]
    public void Decisions_are_counted_by_expected_and_given()
    {
        using var given = new GivenJudgement(Truth, Results);

        var decisions = given.Figures().All.Decisions;

        Assert.Equal(
        [
            new("matched", "matched", 2), new("matched", "mismatched", 1), new("mismatched", "mismatched", 1),
            new("unauthenticated", "unauthenticated", 1), new("other", "matched", 1), new("other", "mismatched", 3),
            new("other", "invalid", 1),
        ], decisions);
    }

    [Fact]
    public void Wrong_decisions_are_named()
    {
        using var given = new GivenJudgement(Truth, Results);

        var figures = given.Figures();

        Assert.Equal((1, 1), (figures.All.FalseMatched, figures.All.MissedMatched));
        Assert.Equal(["i"], figures.FalseMatchedExamples);
        Assert.Equal(["c"], figures.MissedMatchedExamples);
    }

    [Fact]
    public void Recall_counts_records_not_matched_whose_person_is_in_the_register()
    {
        using var given = new GivenJudgement(Truth, Results, Suggestions);

        var found = given.Figures().All.Suggestions!;

        Assert.Equal((6, 3, 4), (found.Findable, found.First, found.InFive));
        Assert.Equal(3 / 6.0, found.RecallAt1);
        Assert.Equal(4 / 6.0, found.RecallAt5);
    }

    [Fact]
    public void Precision_is_of_first_suggestions_at_or_above_a_probability()
    {
        using var given = new GivenJudgement(Truth, Results, Suggestions);

        var bands = given.Figures().All.Suggestions!.Bands;

        Assert.Equal(
            [new(0.5, 5, 3, 3 / 5.0), new(0.9, 4, 2, 2 / 4.0), new(0.99, 3, 2, 2 / 3.0), new(0.999, 1, 1, 1.0)], bands);
    }

    [Fact]
    public void Calibration_is_the_mean_distance_of_said_and_so_weighted_by_size()
    {
        using var given = new GivenJudgement(Truth, Results, Suggestions);

        var found = given.Figures().All.Suggestions!;

        // Bins: 0.4 (none right), 0.6 (one of one), 0.9 (none), 0.95 (two of three).
        var expected = (0.4 + (1 - 0.62) + 0.93 + Math.Abs(0.9995 + 0.995 + 0.991 - 2)) / 6;
        Assert.Equal(expected, found.CalibrationError, 12);
        Assert.Equal([1, 1, 1, 3], found.Reliability.Select(bin => bin.Suggestions));
        Assert.Equal([0.4, 0.6, 0.9, 0.95], found.Reliability.Select(bin => bin.From));
    }

    [Fact]
    public void A_stranger_with_a_nearly_sure_suggestion_is_counted()
    {
        using var given = new GivenJudgement(Truth, Results, Suggestions);

        var found = given.Figures().All.Suggestions!;

        Assert.Equal((1, 1), (found.Strangers, found.StrangersAtLeast99));
    }

    [Fact]
    public void Each_kind_of_damage_has_its_own_figures()
    {
        using var given = new GivenJudgement(Truth, Results, Suggestions);

        var byDamage = given.Figures().ByDamage;

        Assert.Equal("sex dob.year id.none name.letter stranger", string.Join(' ', byDamage.Keys));
        Assert.Equal((3, 1), (byDamage["sex"].Records, byDamage["sex"].FalseMatched));
        Assert.Equal((2, 0, 1), (byDamage["sex"].Suggestions!.Findable, byDamage["sex"].Suggestions!.First, byDamage["sex"].Suggestions!.InFive));
        Assert.Equal((0, 1), (byDamage["stranger"].Suggestions!.Findable, byDamage["stranger"].Suggestions!.StrangersAtLeast99));
    }

    [Fact]
    public void A_probability_of_one_stands_in_the_last_bin()
    {
        using var given = new GivenJudgement(
            GivenJudgement.TruthHeading + "a,1,other,sex\n", GivenJudgement.ResultsHeading + "a,mismatched,,,,,\n",
            GivenJudgement.SuggestionsHeading + "a,1,000000000001,1,\n");

        var bin = Assert.Single(given.Figures().All.Suggestions!.Reliability);

        Assert.Equal(new BinFigure(0.95, 1, 1, 1, 1), bin);
    }

    [Fact]
    public void Only_the_first_ten_wrong_decisions_are_named()
    {
        var ids = Enumerable.Range(0, 12).Select(i => $"r{i}").ToList();
        using var given = new GivenJudgement(
            GivenJudgement.TruthHeading + string.Concat(ids.Select(id => $"{id},1,other,sex\n")),
            GivenJudgement.ResultsHeading + string.Concat(ids.Select(id => $"{id},matched,,,,,\n")));

        var figures = given.Figures();

        Assert.Equal(12, figures.All.FalseMatched);
        Assert.Equal(ids.Take(10), figures.FalseMatchedExamples, StringComparer.Ordinal);
    }
}
