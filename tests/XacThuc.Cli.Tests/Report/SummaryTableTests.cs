using XacThuc.Cli.Report;
using XacThuc.Cli.Report.Texts;
using XacThuc.Matching.Texts;
using XacThuc.Tables;
using Xunit;

namespace XacThuc.Cli.Tests.Report;

public sealed class SummaryTableTests
{
    [Theory]
    [InlineData("Vietnamese")]
    [InlineData("English")]
    public void The_table_says_the_report_s_figures_in_the_language_asked_for(string language)
    {
        var (run, spoken) = (GivenRun.OfDistrict(), Enum.Parse<Language>(language));

        var written = Written(run, spoken);

        var rows = Figures.Of(run).Where(table => table.Rows.Count <= 10).SelectMany(table => table.Rows);
        Assert.All(rows, row => Assert.Contains(
            written.Split('\n'),
            line => line.Contains(row.Name.In(spoken), StringComparison.Ordinal)
                && row.Counts.All(count => line.Contains(Figure.Count(count).In(spoken), StringComparison.Ordinal))));
    }

    [Fact]
    public void On_a_terminal_of_eighty_columns_no_figure_is_cut()
    {
        var run = GivenRun.OfDistrict();
        using var terminal = new StringWriter();

        SummaryTable.Write(terminal, isTerminal: true, run, Language.Vietnamese);

        var words = terminal.ToString().Split((char[])[' ', '\n', '\r', '\u001b'], StringSplitOptions.RemoveEmptyEntries);
        var figures = Figures.Of(run).SelectMany(table => table.Rows.Take(10)).SelectMany(row => row.Counts);
        Assert.All(figures, figure => Assert.Contains(Figure.Count(figure).Vi, words, StringComparer.Ordinal));
    }

    [Fact]
    public void Away_from_a_terminal_there_is_no_control_character()
    {
        var run = GivenRun.OfDistrict() with { Problems = [new TableProblem("\u001b[31mred.csv", 1, "\a", "Bad.")] };

        var written = Written(run, Language.Vietnamese);

        Assert.DoesNotContain(written, letter => char.IsControl(letter) && letter is not ('\n' or '\r'));
    }

    [Fact]
    public void The_first_ten_problems_are_told_with_their_lines_and_how_many_there_are()
    {
        var problems = Enumerable.Range(1, 30).Select(line => new TableProblem("a.csv", line, "sex", "Not a sex.")).ToList();

        var written = Written(GivenRun.OfDistrict() with { Problems = problems, ProblemsTotal = 4_000 }, Language.English);

        Assert.Contains("There are 4,000 problems; these are the first 10.", written, StringComparison.Ordinal);
        Assert.Contains("a.csv:10: column \"sex\": Not a sex.", written, StringComparison.Ordinal);
        Assert.DoesNotContain("a.csv:11:", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_a_plain_table_stand_under_each_other()
    {
        var written = Written(GivenRun.OfDistrict(), Language.English);

        Assert.Contains(
            """
            Result             Records  Share
            Right               49,068  67.0%
            Wrong               18,226  24.9%
            Not authenticated    4,477   6.1%
            Invalid              1,474   2.0%
            """,
            written.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_look_like_markup_are_printed_as_they_are()
    {
        using var terminal = new StringWriter();

        SummaryTable.Write(
            terminal, isTerminal: true, GivenRun.OfDistrict() with { CommuneName = _ => "[bold]x[/" }, Language.English);

        var written = terminal.ToString();
        Assert.Contains("[bold]x[/", written, StringComparison.Ordinal);
    }

    private static string Written(RunSummary run, Language language)
    {
        using var output = new StringWriter();
        SummaryTable.Write(output, isTerminal: false, run, language);
        return output.ToString();
    }
}
