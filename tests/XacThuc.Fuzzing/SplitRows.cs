using System.Text;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Fuzzing;

/// <summary>A row as the command splits it, and the line it is told to stand on.</summary>
internal sealed record SplitRow(string Cells, bool IsBroken, BrokenRowKind Kind, int Column, long Line);

/// <summary>All rows of a table, by the way that the command takes.</summary>
internal static class SplitRows
{
    public static List<SplitRow> Of(TableInput table, int chunkBytes)
    {
        int[] order = [.. Enumerable.Range(0, table.Columns.Length)];
        var splitter = new RowSplitter(table, order, mandatory: 5);
        var source = new RowSource(table, chunkBytes);
        var chunk = new RowChunk();
        var rows = new List<SplitRow>();
        while (source.TryNext(chunk))
        {
            splitter.Split(chunk);
            var broken = 0;
            for (var row = 0; row < chunk.Rows; row++)
            {
                var places = chunk.Places.AsSpan(row * order.Length, order.Length);
                var cells = new string[order.Length];
                for (var i = 0; i < cells.Length; i++) cells[i] = Encoding.UTF8.GetString(places[i].In(chunk.Text));
                rows.Add(broken < chunk.Broken.Count && chunk.Broken[broken].Row == row
                    ? Broken(chunk, chunk.Broken[broken++])
                    : new SplitRow(string.Join('\u0001', cells), false, default, 0, 0));
            }
        }

        return rows;
    }

    private static SplitRow Broken(RowChunk chunk, BrokenRow row) =>
        new("", true, row.Kind, row.Column, chunk.LineOf(row.Start));
}
