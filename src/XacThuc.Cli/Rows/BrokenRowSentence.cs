using XacThuc.Cli.Files;

namespace XacThuc.Cli.Rows;

/// <summary>Says what is wrong with a row that could not be split.</summary>
internal static class BrokenRowSentence
{
    public static TableProblem Of(TableInput table, RowChunk chunk, in BrokenRow row) => new(
        table.Name, chunk.LineOf(row.Start), $"cell {row.Column}", row.Kind switch
        {
            BrokenRowKind.TooFewCells =>
                "The row has fewer cells than the headings. Put the missing separators in and run again.",
            BrokenRowKind.TooManyCells =>
                "The row has more cells than the headings. Put cells that hold a separator between quotes.",
            BrokenRowKind.Quotes =>
                "A quote is opened and not closed, or text follows a closing quote. Mend the quotes of this row.",
        });
}
