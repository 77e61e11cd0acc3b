using XacThuc.Cli.Report.Texts;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Report;

/// <summary>The figures at the end of a run, drawn on a terminal and plain elsewhere.</summary>
internal static class SummaryTable
{
    private const int MostProblems = 10, MostRows = 10;

    /// <param name="output">Where to write.</param>
    /// <param name="isTerminal">Whether it is a terminal: only then there are colours and drawn lines.</param>
    /// <param name="run">The run.</param>
    /// <param name="language">In which language.</param>
    public static void Write(TextWriter output, bool isTerminal, RunSummary run, Language language)
    {
        // Drawing takes longer to load than a district takes to authenticate: a pipe does without.
        var drawn = isTerminal ? new DrawnTable(output) : null;
        output.WriteLine(ReportSentences.Outcome(run).In(language));
        output.WriteLine(ReportSentences.Compared(run).In(language));
        foreach (var table in Figures.Of(run))
        {
            if (table.Rows.Count > 0) Write(output, drawn, table, language);
        }

        if (run.Problems.Count > 0) WriteProblems(output, drawn, run, language);
    }

    private static void Write(TextWriter output, DrawnTable? drawn, FigureTable figures, Language language)
    {
        var rows = new List<string[]> { Headings(figures, language) };
        rows.AddRange(figures.Rows.Take(MostRows).Select(row => Cells(figures, row, language)));
        var words = figures.CodeHeading is null ? 1 : 2;

        WriteTitle(output, drawn, figures.Title.In(language));
        if (drawn is null) PlainTable.Write(output, rows, words);
        else drawn.Write(rows, figures.Rows.Select(row => row.Tone), words);
        if (figures.Rows.Count > MostRows)
            output.WriteLine(ReportSentences.More(figures.Rows.Count - MostRows).In(language));
    }

    private static string[] Headings(FigureTable figures, Language language)
    {
        string[] code = figures.CodeHeading is { } heading ? [heading.In(language)] : [];
        var columns = figures.Columns.Select(column => column.Name.In(language));
        return [figures.NameHeading.In(language), .. code, .. columns, figures.ShareHeading.In(language)];
    }

    private static string[] Cells(FigureTable figures, FigureRow row, Language language)
    {
        string[] code = figures.CodeHeading is null ? [] : [row.Code];
        var counts = row.Counts.Select(count => Figure.Count(count).In(language));
        return [Harmless(row.Name.In(language)), .. code, .. counts, row.Share.In(language)];
    }

    private static void WriteProblems(TextWriter output, DrawnTable? drawn, RunSummary run, Language language)
    {
        var shown = Math.Min(MostProblems, run.Problems.Count);
        WriteTitle(output, drawn, ReportTexts.Problems.In(language));
        if (run.ProblemsTotal > shown)
            output.WriteLine(ReportSentences.FirstProblems(shown, run.ProblemsTotal).In(language));
        foreach (var problem in run.Problems.Take(shown)) output.WriteLine("  " + Harmless(problem.ToString()));
    }

    private static void WriteTitle(TextWriter output, DrawnTable? drawn, string title)
    {
        output.WriteLine();
        if (drawn is null) output.WriteLine(title);
        else drawn.WriteTitle(title);
    }

    // A file's name or heading may hold control characters, and a terminal obeys them.
    private static string Harmless(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)) : text;
}
