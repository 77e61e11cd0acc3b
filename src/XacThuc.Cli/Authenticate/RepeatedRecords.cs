using System.IO.Hashing;
using XacThuc.Cli.Files;
using XacThuc.Cli.Rows;

namespace XacThuc.Cli.Authenticate;

/// <summary>
/// Tells of record ids that occur more than once. Ids that ascend through the whole file cannot repeat, and need no second
/// reading.
/// </summary>
internal static unsafe class RepeatedRecords
{
    private const string Sentence =
        "The same record id stands on an earlier line too. Each row has its own line of results; give the rows different ids.";

    public static void Tell(TableInput table, bool idsAscend, ProblemList problems, CancellationToken stop)
    {
        if (idsAscend || table.Columns[RecordsColumn.RecordId] < 0) return;

        var seen = new HashSet<ulong>();
        var source = new RowSource(table);
        var splitter = new RowSplitter(table, [RecordsColumn.RecordId], mandatory: 1);
        var chunk = new RowChunk();
        while (!stop.IsCancellationRequested && source.TryNext(chunk))
        {
            splitter.Split(chunk);
            fixed (byte* text = chunk.Text)
            {
                for (var row = 0; row < chunk.Rows; row++)
                {
                    var id = chunk.Places[row].Of(text);
                    if (id.IsEmpty || seen.Add(XxHash3.HashToUInt64(id))) continue;
                    if (problems.HasRoom)
                        problems.Add(new TableProblem(table.Name, chunk.LineOf(chunk.Places[row].Start), "record_id", Sentence));
                    else problems.Count();
                }
            }
        }
    }
}
