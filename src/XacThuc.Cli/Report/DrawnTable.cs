using Spectre.Console;

namespace XacThuc.Cli.Report;

/// <summary>A table for a terminal: lines drawn, the first word of a row in the colour of its tone.</summary>
internal sealed class DrawnTable
{
    private readonly IAnsiConsole _console;

    public DrawnTable(TextWriter terminal)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal),
        });
    }

    public void WriteTitle(string title) => _console.WriteLine(title, new Style(decoration: Decoration.Bold));

    /// <param name="rows">The rows, headings first, all of one length.</param>
    /// <param name="tones">The tone of each row below the headings.</param>
    /// <param name="words">So many columns at the left hold words; the rest hold figures.</param>
    public void Write(IReadOnlyList<string[]> rows, IEnumerable<Tone> tones, int words)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var i = 0; i < rows[0].Length; i++)
        {
            var column = new TableColumn(new Text(rows[0][i]));
            table.AddColumn(i < words ? column : column.RightAligned());
        }

        foreach (var (row, tone) in rows.Skip(1).Zip(tones))
            table.AddRow(row.Select((cell, i) => new Text(cell, i == 0 ? StyleOf(tone) : Style.Plain)));
        _console.Write(table);
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Plain => Style.Plain,
        Tone.Right => new Style(Color.Green),
        Tone.Wrong => new Style(Color.Red),
        Tone.Waiting => new Style(Color.Olive),
        Tone.Invalid => new Style(Color.Grey),
        Tone.Note => new Style(Color.Blue),
    };
}
