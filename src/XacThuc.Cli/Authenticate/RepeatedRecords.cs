using XacThuc.Matching.Texts;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate;

/// <summary>Tells on which lines a record id stands that stood on an earlier one. Reads the file again, only when some do.</summary>
internal static class RepeatedRecords
{
    private static string Sentence => Speech.Say(
        "Mã hồ sơ này đã có ở một dòng trước. Mỗi dòng vẫn có một dòng kết quả riêng; hãy đặt mã khác nhau cho các dòng.",
        "The same record id stands on an earlier line too. Each row has its own line of results; give the rows different ids.");

    public static void Tell(TableInput table, RecordIds ids, ProblemList problems, CancellationToken stop)
    {
        var repeated = ids.FindRepeated(stop);
        if (repeated.Count == 0) return;

        var seen = new HashSet<ulong>();
        var source = new RowSource(table);
        var splitter = new RowSplitter(table, [RecordsColumn.RecordId], mandatory: 1);
        var chunk = new RowChunk();
        while (!stop.IsCancellationRequested && source.TryNext(chunk))
        {
            splitter.Split(chunk);
            for (var row = 0; row < chunk.Rows; row++)
            {
                var id = chunk.Places[row].In(chunk.Text);
                var hash = IdHashes.Of(id);
                if (id.IsEmpty || !repeated.Contains(hash) || seen.Add(hash)) continue;
                if (problems.HasRoom)
                    problems.Add(new TableProblem(table.Name, chunk.LineOf(chunk.Places[row].Start), "record_id", Sentence));
                else problems.Count();
            }
        }
    }
}
