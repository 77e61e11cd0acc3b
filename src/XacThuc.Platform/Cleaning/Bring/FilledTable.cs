using XacThuc.Matching;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Platform.Cleaning.Bring;

/// <summary>Reads the rows of a filled file, by the reader that reads files of records.</summary>
internal static class FilledTable
{
    /// <summary>What lies beyond is no list of ours.</summary>
    public const int MostRows = 20_000;

    // The places of the chunk are those of CleaningColumn.
    private static readonly int[] Order = [.. Enumerable.Range(0, CleaningColumn.Note + 1)];

    /// <summary>The rows; those that cannot be split are told.</summary>
    public static List<FilledRow> Read(TableInput table, List<FileProblem> problems)
    {
        var (source, splitter, chunk) = (new RowSource(table), new RowSplitter(table, Order, mandatory: 1), new RowChunk());
        var rows = new List<FilledRow>();
        while (rows.Count <= MostRows && source.TryNext(chunk))
        {
            splitter.Split(chunk);
            problems.AddRange(chunk.Broken.Select(broken => new FileProblem(chunk.LineOf(broken.Start), FillSentences.Broken)));
            var broken = chunk.Broken.Select(one => one.Row).ToHashSet();
            for (var row = 0; row < chunk.Rows; row++)
                if (!broken.Contains(row)) rows.Add(RowAt(chunk, row));
        }

        if (rows.Count > MostRows) problems.Add(new FileProblem(0, FillSentences.TooLong));
        return rows;
    }

    private static FilledRow RowAt(RowChunk chunk, int row)
    {
        string At(int column) => CellText.Of(chunk.Places[row * Order.Length + column].In(chunk.Text));
        return new FilledRow(
            chunk.LineOf(StartOf(chunk, row)), At(CleaningColumn.RowCode),
            new WrittenRecord(
                At(CleaningColumn.FullName), At(CleaningColumn.Sex), At(CleaningColumn.DateOfBirth), At(CleaningColumn.IdNumber)),
            new WrittenRecord(
                At(CleaningColumn.RightFullName), At(CleaningColumn.RightSex), At(CleaningColumn.RightDateOfBirth),
                At(CleaningColumn.RightIdNumber)),
            At(CleaningColumn.Note));
    }

    private static int StartOf(RowChunk chunk, int row) => chunk.Places.AsSpan(row * Order.Length, Order.Length).ToArray()
        .Where(place => place != default).Select(place => place.Start).DefaultIfEmpty(0).Min();
}
