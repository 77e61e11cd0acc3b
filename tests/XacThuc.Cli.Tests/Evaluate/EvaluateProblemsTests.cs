using XacThuc.Cli.Evaluate;
using XacThuc.Tables;
using Xunit;

namespace XacThuc.Cli.Tests.Evaluate;

public sealed class EvaluateProblemsTests
{
    private const string Truth = GivenJudgement.TruthHeading + "a,1,matched,\nb,2,other,sex\n";
    private const string Results = GivenJudgement.ResultsHeading + "a,matched,,,,,\nb,mismatched,,,,,\n";

    [Theory]
    [InlineData("a,matched,,,,,\n", "truth.csv:3:", nameof(EvaluateSentences.MissingResult))]
    [InlineData("a,matched,,,,,\nb,mismatched,,,,,\nz,matched,,,,,\n", "results.csv:4:", nameof(EvaluateSentences.UnknownResult))]
    [InlineData("a,matched,,,,,\nb,mismatched,,,,,\nb,matched,,,,,\n", "results.csv:4:", nameof(EvaluateSentences.RepeatedResult))]
    [InlineData("a,matched,,,,,\nb,mismatched,,,,,\na,perhaps,,,,,\n", "results.csv:4:", nameof(EvaluateSentences.BrokenStatus))]
    [InlineData("a,matched,,,,,\nb,mismatched,,,,,\na\n", "results.csv:4:", nameof(EvaluateSentences.ShortRow))]
    public void A_result_that_cannot_be_used_is_told_with_its_line(string results, string place, string sentence)
    {
        sentence = Named(sentence);
        using var given = new GivenJudgement(Truth, GivenJudgement.ResultsHeading + results);

        var figures = given.Figures();

        var problem = Assert.Single(figures.FirstProblems);
        Assert.Contains(place, problem, StringComparison.Ordinal);
        Assert.EndsWith(sentence, problem, StringComparison.Ordinal);
        Assert.Equal(2, figures.All.Records);
    }

    [Theory]
    [InlineData("c,3,likely,\n", nameof(EvaluateSentences.BrokenExpected))]
    [InlineData("c,three,other,\n", nameof(EvaluateSentences.BrokenPerson))]
    [InlineData("a,3,other,\n", nameof(EvaluateSentences.RepeatedTruth))]
    [InlineData("c\n", nameof(EvaluateSentences.ShortRow))]
    public void A_row_of_truth_that_cannot_be_used_is_told_and_left_out(string row, string sentence)
    {
        sentence = Named(sentence);
        using var given = new GivenJudgement(Truth + row, Results);

        var figures = given.Figures();

        Assert.EndsWith(sentence, Assert.Single(figures.FirstProblems), StringComparison.Ordinal);
        Assert.Equal(2, figures.All.Records);
    }

    [Theory]
    [InlineData("z,1,2,0.5,\n", nameof(EvaluateSentences.UnknownSuggestion))]
    [InlineData("b,1,2,1.5,\n", nameof(EvaluateSentences.BrokenSuggestion))]
    [InlineData("b,0,2,0.5,\n", nameof(EvaluateSentences.BrokenSuggestion))]
    [InlineData("b,1,2,NaN,\n", nameof(EvaluateSentences.BrokenSuggestion))]
    [InlineData("b,1,,0.5,\n", nameof(EvaluateSentences.BrokenPerson))]
    public void A_suggestion_that_cannot_be_used_is_told_and_left_out(string row, string sentence)
    {
        sentence = Named(sentence);
        using var given = new GivenJudgement(Truth, Results, GivenJudgement.SuggestionsHeading + row);

        var figures = given.Figures();

        Assert.EndsWith(sentence, Assert.Single(figures.FirstProblems), StringComparison.Ordinal);
        Assert.Equal(0, figures.All.Suggestions!.Suggested);
    }

    [Fact]
    public void Many_problems_are_counted_and_the_first_are_told()
    {
        var rows = string.Concat(Enumerable.Range(0, 50).Select(i => $"z{i},matched,,,,,\n"));
        using var given = new GivenJudgement(Truth, Results + rows);

        var figures = given.Figures();

        Assert.Equal(50, figures.Problems);
        Assert.Equal(EvaluateProblems.MostKept, figures.FirstProblems.Length);
    }

    [Fact]
    public void A_missing_file_is_refused_in_one_line()
    {
        using var given = new GivenJudgement(Truth, Results);
        File.Delete(given.Results);

        Assert.Equal($"{given.Results}: {EvaluateSentences.NotRead}", given.Refusal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("record_id,verdict\n")]
    public void A_file_without_a_wanted_column_is_refused(string results)
    {
        using var given = new GivenJudgement(Truth, results);

        Assert.Contains("There is no column \"", given.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_writes_the_same_figures_as_json()
    {
        using var given = new GivenJudgement(Truth, Results, GivenJudgement.SuggestionsHeading + "b,1,000000000002,0.75,\n");

        var code = given.Run("--json", given.Json);

        var all = given.ReadJson().GetProperty("all");
        Assert.Equal(0, code);
        Assert.Equal(2, all.GetProperty("records").GetInt64());
        Assert.Equal(1, all.GetProperty("suggestions").GetProperty("recall_at_1").GetDouble());
        Assert.Equal(0.25, all.GetProperty("suggestions").GetProperty("calibration_error").GetDouble());
    }

    [Fact]
    public void The_command_answers_with_two_when_a_file_cannot_be_used()
    {
        using var given = new GivenJudgement("", Results);

        Assert.Equal(2, given.Run());
    }

    private static string Named(string sentence) =>
        (string)(typeof(FileSentences).GetProperty(sentence) ?? typeof(EvaluateSentences).GetProperty(sentence))!.GetValue(null)!;
}
