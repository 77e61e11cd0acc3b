using Spectre.Console;
using XacThuc.Cli.Report.Texts;

namespace XacThuc.Cli.Report;

/// <summary>The figures at the end of a run, for the eye on a terminal and plain elsewhere.</summary>
internal static class SummaryTable
{
    private const int MostProblems = 10, MostRows = 10, PlainWidth = 120;

    /// <param name="output">Where to write.</param>
    /// <param name="isTerminal">Whether it is a terminal: only then there are colours and drawn lines.</param>
    /// <param name="run">The run.</param>
    /// <param name="language">In which language.</param>
    public static void Write(TextWriter output, bool isTerminal, RunSummary run, Language language)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!isTerminal) console.Profile.Width = PlainWidth;
        var border = isTerminal && console.Profile.Capabilities.Unicode ? TableBorder.Simple : TableBorder.None;

        console.WriteLine(ReportSentences.Outcome(run).In(language));
        console.WriteLine(ReportSentences.Compared(run).In(language));
        foreach (var table in Figures.Of(run).Where(table => table.Rows.Count > 0)) Write(console, table, border, language);
        WriteProblems(console, run, language);
    }

    private static void Write(IAnsiConsole console, FigureTable figures, TableBorder border, Language language)
    {
        var table = new Table { Border = border };
        table.AddColumn(Heading(figures.NameHeading, language));
        if (figures.CodeHeading is { } code) table.AddColumn(Heading(code, language));
        foreach (var column in figures.Columns) table.AddColumn(Heading(column.Name, language).RightAligned());
        table.AddColumn(Heading(figures.ShareHeading, language).RightAligned());

        foreach (var row in figures.Rows.Take(MostRows)) table.AddRow(Cells(figures, row, language));
        console.WriteLine();
        console.WriteLine(figures.Title.In(language), new Style(decoration: Decoration.Bold));
        console.Write(table);
        if (figures.Rows.Count > MostRows)
            console.WriteLine(ReportSentences.More(figures.Rows.Count - MostRows).In(language));
    }

    private static TableColumn Heading(Bilingual name, Language language) => new(new Text(name.In(language))) { NoWrap = true };

    private static Text[] Cells(FigureTable figures, FigureRow row, Language language)
    {
        var name = new Text(row.Name.In(language), StyleOf(row.Tone));
        var counts = row.Counts.Select(count => new Text(Figure.Count(count).In(language)));
        Text[] code = figures.CodeHeading is null ? [] : [new Text(row.Code)];
        return [name, .. code, .. counts, new Text(row.Share.In(language))];
    }

    private static void WriteProblems(IAnsiConsole console, RunSummary run, Language language)
    {
        if (run.Problems.Count == 0) return;
        var shown = Math.Min(MostProblems, run.Problems.Count);
        console.WriteLine();
        console.WriteLine(ReportTexts.Problems.In(language), new Style(decoration: Decoration.Bold));
        if (run.ProblemsTotal > shown)
            console.WriteLine(ReportSentences.FirstProblems(shown, run.ProblemsTotal).In(language));
        foreach (var problem in run.Problems.Take(shown)) console.WriteLine($"  {Harmless(problem.ToString())}");
    }

    // A file's name or heading may hold control characters, and a terminal obeys them.
    private static string Harmless(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Plain => Style.Plain,
        Tone.Right => new Style(Color.Green),
        Tone.Wrong => new Style(Color.Red),
        Tone.Waiting => new Style(Color.Yellow),
        Tone.Invalid => new Style(Color.Grey),
        Tone.Note => new Style(Color.Blue),
    };
}
