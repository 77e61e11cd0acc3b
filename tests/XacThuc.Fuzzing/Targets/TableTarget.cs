using XacThuc.Tables;
using XacThuc.Tables.Text;

namespace XacThuc.Fuzzing.Targets;

/// <summary>
/// Any bytes as a file: a table or one sentence. Its rows are the same wherever chunks begin, and those that a plain
/// reader finds.
/// </summary>
internal static class TableTarget
{
    public static void Run(byte[] bytes) => Open(ScratchFolder.Write("table", bytes));

    public static void Open(string path)
    {
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var result = TableInput.Open(path, kind);
            if (!result.TryGet(out var table, out var refusal))
            {
                BrokenPromiseException.Unless(!refusal.Any(char.IsControl), "A refusal is one line.");
                BrokenPromiseException.Unless(refusal.StartsWith(path + ": ", StringComparison.Ordinal), "A refusal names the file.");
                continue;
            }

            using (table) Look(table);
        }
    }

    private static void Look(TableInput table)
    {
        BrokenPromiseException.Unless(
            table.DataStart >= 0 && table.DataStart <= table.Length, "Data starts within the file.");
        BrokenPromiseException.Unless(
            table.Columns.All(column => column >= -1 && column < table.ColumnCount), "Columns lie within the row.");
        BrokenPromiseException.Unless(
            table.Problems.All(problem => !problem.ToString().Any(char.IsControl)), "A problem is one line.");
        _ = table.SampleNames(100).Count();

        var whole = SplitRows.Of(table, XacThuc.Tables.Rows.RowSource.ChunkBytes);
        foreach (var chunkBytes in (ReadOnlySpan<int>)[1, 64, 1000])
        {
            var parts = SplitRows.Of(table, chunkBytes);
            BrokenPromiseException.Unless(
                whole.SequenceEqual(parts), $"Rows are the same in chunks of {chunkBytes}: {FirstDifference(whole, parts)}");
        }

        if (!whole.Exists(row => row.IsBroken)) CompareWithPlainReader(table, whole);
    }

    private static string FirstDifference(List<SplitRow> whole, List<SplitRow> parts)
    {
        var at = whole.Zip(parts).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"row {at}: {whole.ElementAtOrDefault(at)}, {parts.ElementAtOrDefault(at)}";
    }

    private static void CompareWithPlainReader(TableInput table, List<SplitRow> rows)
    {
        var bytes = new byte[table.Length - table.DataStart];
        RandomAccess.Read(table.Handle, bytes, table.DataStart);
        var plain = TextRows.Read(bytes, table.Delimiter, int.MaxValue, isWhole: true)
            .Where(row => row.Cells.Length > 1 || row.Cells[0].Length > 0 || bytes[row.Start] == '"')
            .Select(row => string.Join('\u0001', table.Columns
                .Select(column => column < 0 || column >= row.Cells.Length ? "" : row.Cells[column])));
        BrokenPromiseException.Unless(
            rows.Select(row => row.Cells).SequenceEqual(plain, StringComparer.Ordinal), "Rows are those of a plain reader.");
    }
}
