using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;
using XacThuc.Tables.Headings;

namespace XacThuc.Platform.Records.Import.Preview;

/// <summary>What will become of a file, shown before anything does.</summary>
/// <param name="Headings">The headings as they stand.</param>
/// <param name="Sources">Where each wanted column comes from.</param>
/// <param name="Notes">What is to be told of the whole file.</param>
/// <param name="Ready">Rows whose mandatory fields can be read.</param>
/// <param name="Doubtful">Rows with a field that is missing or cannot be read.</param>
/// <param name="Unsplit">Rows that could not be split.</param>
/// <param name="IsWhole">Whether the counts are of all rows, or the file is longer than was looked at.</param>
/// <param name="First">The first rows that are ready.</param>
/// <param name="ToLookAt">The first rows that are not.</param>
/// <param name="Broken">The first rows that could not be split.</param>
internal sealed record ImportPreview(
    IReadOnlyList<string> Headings, IReadOnlyList<CellSource> Sources, IReadOnlyList<FileNote> Notes,
    long Ready, long Doubtful, long Unsplit, bool IsWhole,
    IReadOnlyList<IncomingRow> First, IReadOnlyList<IncomingRow> ToLookAt, IReadOnlyList<UnsplitRow> Broken)
{
    private const int MostRows = 200_000;
    private const int FirstRows = 8;
    private const int RowsToLookAt = 100;

    /// <summary>Looks through the file.</summary>
    public static ImportPreview Of(TableInput table, DateOnly today, CancellationToken stop)
    {
        var rows = new FileRows(table, today);
        var (ready, doubtful, unsplit, isWhole) = (0L, 0L, 0L, true);
        var (first, toLookAt, broken) = (new List<IncomingRow>(), new List<IncomingRow>(), new List<UnsplitRow>());
        while (rows.Next(0) is { } run)
        {
            stop.ThrowIfCancellationRequested();
            unsplit += run.Unsplit.Count;
            broken.AddRange(run.Unsplit.Take(RowsToLookAt - broken.Count));
            foreach (var row in run.Rows)
            {
                if (row.Read.IsReady) ready++;
                else doubtful++;
                var (list, most) = row.Read.IsReady ? (first, FirstRows) : (toLookAt, RowsToLookAt);
                if (list.Count < most) list.Add(row);
            }

            if (ready + doubtful + unsplit < MostRows) continue;
            isWhole = rows.Next(0) is null;
            break;
        }

        return new ImportPreview(
            table.Headings, table.Sources, FileNotes.Read(FileNotes.Of(table, rows.Encoding)), ready, doubtful, unsplit, isWhole,
            first, toLookAt, broken);
    }

    /// <summary>What there is to show of a file that cannot be used before a person says more of its columns.</summary>
    public static ImportPreview OfHeadings(FoundHeadings found) => new(
        found.Written, found.Layout.Sources, [], 0, 0, 0, true, [], [], []);

    /// <summary>Nothing of the rows.</summary>
    public override string ToString() => nameof(ImportPreview);
}
